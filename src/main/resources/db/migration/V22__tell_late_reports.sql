-- Which reports came late, for boards. The day of the month is a setting of the program: afterMigrate.sql says it anew at every start.
CREATE FUNCTION due_day_of_month() RETURNS integer LANGUAGE sql IMMUTABLE AS 'SELECT 5';

-- The last day on which a month's figures are in time: that day of the next month, moved to the next working day.
-- Java decides by the same rule (DueDays); ReportingViewsTest holds both equal.
CREATE VIEW reporting.due_day AS
WITH day_off AS MATERIALIZED (
    SELECT c.plan, d.day::date
    FROM catalogue_now c,
         jsonb_path_query(c.content, '$.calendar[*].holidays[*]') h,
         generate_series((h ->> 'from')::date, coalesce(h ->> 'to', h ->> 'from')::date, interval '1 day') d (day)
), working_weekend AS MATERIALIZED (
    SELECT c.plan, (w #>> '{}')::date AS day
    FROM catalogue_now c, jsonb_path_query(c.content, '$.calendar[*].holidays[*].working[*]') w
), month AS MATERIALIZED (
    SELECT c.plan, m.month::date
    FROM catalogue_now c,
         generate_series(make_date((c.content ->> 'year')::integer, 1, 1), make_date((c.content ->> 'year')::integer + 1, 12, 1),
                         interval '1 month') m (month)
)
SELECT m.plan, m.month, to_char(m.month, 'YYYY-MM') AS period, min(d.day)::date AS due_on
FROM month m
CROSS JOIN generate_series(0, 60) later
CROSS JOIN LATERAL (SELECT (m.month + interval '1 month')::date + due_day_of_month() - 1 + later AS day) d
WHERE (m.plan, d.day) IN (SELECT w.plan, w.day FROM working_weekend w)
   OR extract(isodow FROM d.day) < 6 AND (m.plan, d.day) NOT IN (SELECT o.plan, o.day FROM day_off o)
GROUP BY m.plan, m.month;

-- As before, and of the figures that count those that first came after the due day.
CREATE OR REPLACE VIEW reporting.report AS
WITH corrected AS (
    SELECT plan, region, period, count(*) - count(DISTINCT indicator) AS corrections
    FROM reporting.revision
    WHERE state = 'provisional'
    GROUP BY plan, region, period
), present AS (
    SELECT f.plan, f.region, r.region_name,
           make_date(f.period / 12, f.period % 12 + 1, 1) AS month,
           to_char(make_date(f.period / 12, f.period % 12 + 1, 1), 'YYYY-MM') AS period,
           f.state, f.received_on
    FROM figure f
    JOIN reporting.indicator i USING (plan, indicator)
    JOIN reporting.region r USING (plan, region)
)
SELECT p.plan, p.region, p.region_name, p.month, p.period,
       count(*) FILTER (WHERE p.state IN ('provisional', 'accepted')) AS figures,
       count(*) FILTER (WHERE p.state = 'returned')                   AS returned,
       coalesce(c.corrections, 0)                                     AS corrections,
       min(p.received_on)                                             AS first_on,
       max(p.received_on)                                             AS last_on,
       d.due_on,
       count(*) FILTER (WHERE p.state IN ('provisional', 'accepted') AND p.received_on > d.due_on) AS late
FROM present p
LEFT JOIN corrected c USING (plan, region, period)
LEFT JOIN reporting.due_day d ON d.plan = p.plan AND d.month = p.month
GROUP BY p.plan, p.region, p.region_name, p.month, p.period, c.corrections, d.due_on;
