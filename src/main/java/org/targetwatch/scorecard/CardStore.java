package org.targetwatch.scorecard;

import static java.util.stream.Collectors.joining;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;
import org.targetwatch.measure.Amount;
import org.targetwatch.measure.Coded;
import org.targetwatch.measure.Exact;
import org.targetwatch.measure.Period;
import org.targetwatch.progress.Assessment;
import org.targetwatch.progress.Bound;
import org.targetwatch.progress.Coverage;
import org.targetwatch.progress.Reason;
import org.targetwatch.progress.Severity;
import org.targetwatch.progress.Status;
import org.targetwatch.progress.Tally;
import org.targetwatch.scorecard.Card.Marks;
