package org.targetwatch.availability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.targetwatch.ElevenCounties;
import org.targetwatch.Program;

/** A thousand connections that send a little and then nothing hold nobody up. */
class ManyConnectionsIT {
    private static final int CONNECTIONS = 1_000;
    private static final String BEGINNING = "POST /api/v1/plans/leshan-2020/figures HTTP/1.1\r\nHost: x\r\n";

    private final List<Socket> slow = new ArrayList<>();

    @TempDir
    Path folder;

    @AfterEach
    void hangUp() throws IOException {
        for (Socket socket : slow) {
            socket.close();
        }
    }

    @Test
    void counties_besideAThousandSlowClients_areAnswered() throws Exception {
        ElevenCounties counties = new ElevenCounties();
        try (Program program = Program.start(folder, "-Dtargetwatch.business-date=2020-11-09")) {
            URI address = URI.create(program.url());
            for (int count = 0; count < CONNECTIONS; count++) {
                Socket socket = new Socket(address.getHost(), address.getPort());
                socket.getOutputStream().write(BEGINNING.getBytes(StandardCharsets.US_ASCII));
                slow.add(socket);
            }
            counties.postTo(program.url(), () -> {
                await().atMost(Program.PATIENCE).until(() -> counties.answers() > 200);
            });
            assertThat(counties.refusals()).isEmpty();
            counties.checkNothingWasLost(program.url());
        }
    }
}
