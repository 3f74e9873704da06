package org.targetwatch.supervision;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** A mail server on the loopback that speaks SMTP, and fails where it is told to. */
final class MailServer implements AutoCloseable {
    private final ServerSocket door;
    private final List<MimeMessage> received = new CopyOnWriteArrayList<>();
    private final Set<String> refused = ConcurrentHashMap.newKeySet();

    MailServer(int port) throws IOException {
        door = new ServerSocket();
        door.setReuseAddress(true);
        door.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        Thread thread = new Thread(this::serve, "mail-server");
        thread.setDaemon(true);
        thread.start();
    }

    /** What came in whole. */
    List<MimeMessage> received() {
        return received;
    }

    /** From now on there is no such person. */
    void refuse(String address) {
        refused.add(address);
    }

    private void serve() {
        while (!door.isClosed()) {
            try (Socket caller = door.accept()) {
                talk(caller);
            } catch (IOException | MessagingException gone) {
                // The next caller is served all the same.
            }
        }
    }

    private void talk(Socket caller) throws IOException, MessagingException {
        BufferedReader in =
                new BufferedReader(new InputStreamReader(caller.getInputStream(), StandardCharsets.ISO_8859_1));
        say(caller, "220 loopback");
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            if (line.equals("DATA")) {
                say(caller, "354 go on");
                received.add(message(in));
            }
            say(caller, answer(line));
            if (line.equals("QUIT")) {
                return;
            }
        }
    }

    private String answer(String line) {
        boolean isRefused =
                line.startsWith("RCPT") && refused.stream().anyMatch(address -> line.contains("<" + address + ">"));
        return isRefused ? "550 no such person" : line.equals("QUIT") ? "221 bye" : "250 ok";
    }

    private static MimeMessage message(BufferedReader in) throws IOException, MessagingException {
        StringBuilder text = new StringBuilder();
        for (String line = in.readLine(); line != null && !line.equals("."); line = in.readLine()) {
            text.append(line.startsWith("..") ? line.substring(1) : line).append("\r\n");
        }
        return new MimeMessage(
                Session.getInstance(new Properties()),
                new ByteArrayInputStream(text.toString().getBytes(StandardCharsets.ISO_8859_1)));
    }

    private static void say(Socket caller, String line) throws IOException {
        caller.getOutputStream().write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
        caller.getOutputStream().flush();
    }

    @Override
    public void close() throws IOException {
        door.close();
    }
}
