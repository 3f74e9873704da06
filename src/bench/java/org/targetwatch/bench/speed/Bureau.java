package org.targetwatch.bench.speed;

import java.io.IOException;
import java.util.stream.Stream;
import org.targetwatch.Territory;
import org.targetwatch.bench.speed.Load.Request;

/** One of the territories of a service: makes the requests about it. */
record Bureau(Service service, Territory territory) {
    /** A path below the plan. */
    String path(String below) {
        return "/api/v1/plans/" + territory.plan() + below;
    }

    Request post(int client, String name, Stream<Territory.Sent> figures) throws IOException {
        return Request.post(
                client, path("/figures"), "application/json", service.file(name + ".json", Territory.json(figures)));
    }

    Request postCsv(int client, String name, Stream<Territory.Sent> figures) throws IOException {
        return Request.post(client, path("/figures"), "text/csv", service.file(name + ".csv", Territory.csv(figures)));
    }
}
