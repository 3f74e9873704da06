package org.targetwatch;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** What a server answers to bytes that no HTTP client would send. */
public record Raw(int status, List<String> headers, String body) {
    private static final int PATIENCE_MILLIS = 20_000;

    /** A request line and headers, each without its line end; the connection is closed by the answer. */
    public static Raw send(URI server, String... lines) throws IOException {
        String head = String.join("\r\n", lines) + "\r\nConnection: close\r\n\r\n";
        try (Socket socket = connect(server)) {
            socket.getOutputStream().write(head.getBytes(StandardCharsets.UTF_8));
            return answer(socket);
        }
    }

    /** A connection on which reading gives up after a while. */
    public static Socket connect(URI server) throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.getPort());
        socket.setSoTimeout(PATIENCE_MILLIS);
        return socket;
    }

    /** Everything up to the end of the connection. */
    public static Raw answer(Socket socket) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        socket.getInputStream().transferTo(bytes);
        String[] parts = bytes.toString(StandardCharsets.UTF_8).split("\r\n\r\n", 2);
        List<String> lines = Arrays.asList(parts[0].split("\r\n"));
        return new Raw(
                Integer.parseInt(lines.get(0).split(" ")[1]),
                lines.subList(1, lines.size()),
                parts.length > 1 ? parts[1] : "");
    }

    /** The value of a header; empty when it is not there. */
    public String header(String name) {
        return headers.stream()
                .filter(line -> line.toLowerCase(Locale.ROOT).startsWith(name.toLowerCase(Locale.ROOT) + ":"))
                .map(line -> line.substring(name.length() + 1).strip())
                .findFirst()
                .orElse("");
    }
}
