-- What Grafana and others read: history by report month, with the names and scales of the metrics (percent is 0 to 1).
-- Java judges and stores; these views only read. Confidential indicators are in none of them. docs/reporting.md describes
-- each column; columns may be added, those here keep their names and meaning.
CREATE SCHEMA IF NOT EXISTS reporting;

-- Not for readers: what was learned of each plan last, confidential indicators included.
CREATE VIEW catalogue_now AS
SELECT DISTINCT ON (p.plan) p.plan, p.content, r.content AS regions
FROM plan_version p
JOIN regions_version r ON r.version = p.regions_version
ORDER BY p.plan, p.recorded_at DESC, p.version DESC;

CREATE VIEW reporting.plan AS
SELECT plan,
       content ->> 'name'              AS plan_name,
       content ->> 'english'           AS plan_name_en,
       (content ->> 'year')::integer   AS year,
       content ->> 'region'            AS region
FROM catalogue_now;

CREATE VIEW reporting.region AS
WITH RECURSIVE every AS (
    SELECT c.plan, r ->> 'code' AS region, r ->> 'name' AS region_name, r ->> 'english' AS region_name_en, r ->> 'kind' AS kind,
           coalesce(r ->> 'parent', '') AS parent, c.content ->> 'region' AS plan_region
    FROM catalogue_now c, jsonb_array_elements(c.regions -> 'regions') r
), below AS (
    SELECT * FROM every WHERE region = plan_region
    UNION ALL
    SELECT e.* FROM every e JOIN below b ON e.plan = b.plan AND e.parent = b.region
)
SELECT plan, region, region_name, region_name_en, kind, parent FROM below;

CREATE VIEW reporting.indicator AS
SELECT c.plan,
       i ->> 'code'                                  AS indicator,
       i ->> 'name'                                  AS name,
       i ->> 'english'                               AS name_en,
       i ->> 'work-item'                             AS work_item,
       coalesce(i ->> 'direction', 'at-least')       AS direction,
       CASE WHEN i ->> 'measure' = 'ratio' AND coalesce(i ->> 'scale', 'percent') = 'percent' THEN '%'
            ELSE regexp_replace(i ->> 'unit', '^(百万|千万|百|千|万|亿)', '') END AS unit,
       regexp_replace(coalesce(i -> 'numerator' ->> 'unit', i ->> 'unit'), '^(百万|千万|百|千|万|亿)', '') AS count_unit,
       i ->> 'commitment'                            AS commitment,
       (SELECT string_agg(office, '、' ORDER BY place)
        FROM jsonb_array_elements(c.content -> 'work-items') w,
             jsonb_array_elements_text(w -> 'lead-offices') WITH ORDINALITY offices (office, place)
        WHERE w ->> 'number' = i ->> 'work-item')    AS lead_office,
       coalesce(i ->> 'due', (c.content ->> 'year') || '-12') AS due,
       coalesce(i ->> 'measure', 'quantity') = 'ratio' AND coalesce(i ->> 'scale', 'percent') = 'percent'
           AND coalesce(i ->> 'share', 'true') = 'true' AS is_share
FROM catalogue_now c, jsonb_array_elements(c.content -> 'indicators') i
WHERE coalesce(i ->> 'confidential', 'false') <> 'true';

-- One row per indicator, region and month that anything is expected of.
CREATE VIEW reporting.card AS
SELECT c.plan, c.indicator, c.region,
       make_date(c.period / 12, c.period % 12 + 1, 1)                  AS month,
       to_char(make_date(c.period / 12, c.period % 12 + 1, 1), 'YYYY-MM') AS period,
       i.name, i.unit, i.count_unit, i.work_item, i.commitment, i.lead_office, r.region_name, r.parent,
       c.target / s.by       AS target,
       c.floor / s.by        AS floor,
       c.baseline / s.by     AS baseline,
       c.actual / s.by       AS actual,
       c.expected / s.by     AS expected,
       c.completion_rate / 100 AS completion_ratio,
       c.lag_points,
       c.gap / s.by          AS gap,
       c.gap_count           AS gap_quantity,
       c.numerator, c.denominator,
       c.status,
       (ARRAY ['未报送', '未分解', '未到考核期', '已达标', '正常', '滞后', '严重滞后', '未达标'])[c.status + 1] AS status_name,
       c.severity,
       c.reason,
       c.regions_expected, c.regions_reported, c.regions_carried, c.regions_missing,
       c.regions_reported::numeric / c.regions_expected AS coverage_ratio,
       c.forecast / s.by     AS forecast,
       c.forecast_low / s.by AS forecast_low,
       c.forecast_high / s.by AS forecast_high,
       c.forecast_probability AS forecast_probability_ratio,
       -- Wilson, 95%, as the comparison of counties has it
       CASE WHEN w.n > 0 AND i.is_share THEN (w.x + w.zz / 2 - w.z * sqrt(w.x * (w.n - w.x) / w.n + w.zz / 4)) / (w.n + w.zz) END AS interval_low,
       CASE WHEN w.n > 0 AND i.is_share THEN (w.x + w.zz / 2 + w.z * sqrt(w.x * (w.n - w.x) / w.n + w.zz / 4)) / (w.n + w.zz) END AS interval_high
FROM card c
JOIN reporting.indicator i USING (plan, indicator)
JOIN reporting.region r USING (plan, region)
CROSS JOIN LATERAL (SELECT CASE WHEN i.unit = '%' THEN 100 ELSE 1 END::numeric AS by) s
CROSS JOIN LATERAL (SELECT c.numerator AS x, c.denominator AS n, 1.959964 AS z, 1.959964 * 1.959964 AS zz) w
WHERE c.regions_expected > 0;

-- Every state a figure had; the first is number 1. Who recorded it is not for boards.
CREATE VIEW reporting.revision AS
SELECT v.plan, v.indicator, v.region,
       make_date(v.period / 12, v.period % 12 + 1, 1) AS month,
       to_char(make_date(v.period / 12, v.period % 12 + 1, 1), 'YYYY-MM') AS period,
       i.name, i.unit, i.lead_office, r.region_name,
       row_number() OVER (PARTITION BY v.plan, v.region, v.indicator, v.period ORDER BY v.seq) AS number,
       v.value, v.numerator, v.denominator, v.quality, v.state, v.note, v.reason, v.recorded_at
FROM revision v
JOIN reporting.indicator i USING (plan, indicator)
JOIN reporting.region r USING (plan, region);

-- Per reporting region and month: how many figures count, how many the office has returned, when they came, and how often
-- one was corrected (a review is a revision, too, but no correction).
CREATE VIEW reporting.report AS
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
       max(p.received_on)                                             AS last_on
FROM present p
LEFT JOIN corrected c USING (plan, region, period)
GROUP BY p.plan, p.region, p.region_name, p.month, p.period, c.corrections;
