package org.targetwatch.supervision;

import com.icegreen.greenmail.Managers;
import com.icegreen.greenmail.mail.MailAddress;
import com.icegreen.greenmail.server.ProtocolHandler;
import com.icegreen.greenmail.smtp.SmtpHandler;
import com.icegreen.greenmail.smtp.SmtpManager;
import com.icegreen.greenmail.smtp.SmtpServer;
import com.icegreen.greenmail.smtp.SmtpState;
import com.icegreen.greenmail.smtp.commands.SmtpCommandRegistry;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.net.Socket;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;

/** A mail server on the loopback, which does not take some addresses. */
final class MailServer extends SmtpServer implements AutoCloseable {
    private final SmtpManager counter;
    private final List<Received> received = new CopyOnWriteArrayList<>();

    /** A mail that came in whole, for all of these. */
    record Received(List<String> recipients, MimeMessage message) {}

    /** Takes mails when this returns. */
    static MailServer start(int port, String... refused) throws InterruptedException {
        MailServer server = new MailServer(port, Set.of(refused));
        server.startService();
        if (!server.waitTillRunning(20_000)) {
            throw new IllegalStateException("No mail server on port " + port);
        }
        return server;
    }

    private MailServer(int port, Set<String> refused) {
        super(new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_SMTP), new Managers());
        this.counter = new Counter(managers, refused);
    }

    List<Received> received() {
        return received;
    }

    @Override
    protected ProtocolHandler createProtocolHandler(Socket caller) {
        return new SmtpHandler(new SmtpCommandRegistry(), counter, caller);
    }

    /** Nobody listens on the port any more when this returns. */
    @Override
    public void close() {
        stopService();
    }

    private final class Counter extends SmtpManager {
        private final Set<String> refused;

        Counter(Managers managers, Set<String> refused) {
            super(managers.getImapHostManager(), managers.getUserManager());
            this.refused = refused;
        }

        /** @return what to answer instead of taking it; null: it is taken */
        @Override
        public String checkRecipient(SmtpState state, MailAddress recipient) {
            return refused.contains(recipient.getEmail()) ? "550 no such person" : null;
        }

        @Override
        public synchronized void send(SmtpState state) {
            try {
                received.add(new Received(
                        state.getMessage().getToAddresses().stream()
                                .map(MailAddress::getEmail)
                                .toList(),
                        new MimeMessage(state.getMessage().getMessage())));
            } catch (MessagingException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
