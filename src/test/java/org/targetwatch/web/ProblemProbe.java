package org.targetwatch.web;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.math.BigDecimal;
import java.sql.SQLTransientConnectionException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An address that fails in every way an address of ours can. */
@Path("/probe")
@PermitAll
@Produces(MediaType.APPLICATION_JSON)
public class ProblemProbe {

    /** A body with a field of each type. */
    public record Body(@Nullable String name, @Nullable BigDecimal value, @Nullable List<Body> parts) {}

    @POST
    public Body read(Body body) {
        return body;
    }

    @GET
    @Path("bug")
    public String bug() {
        throw new IllegalStateException("the password is in table account");
    }

    @GET
    @Path("database-away")
    public String databaseAway() {
        throw new IllegalStateException(new SQLTransientConnectionException("acquisition timeout of pool"));
    }

    @GET
    @Path("many-violations")
    public String manyViolations() {
        Violations violations = new Violations();
        for (int index = 0; index < 1_500; index++) {
            violations.add(new Violation(index, "value", "E-TEST", Text.of("第 %s 条", "number %s", index)));
        }
        violations.refuseIfAny();
        return "";
    }
}
