package org.targetwatch.supervision;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.mail.Address;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;
import org.jboss.logging.Logger;
import org.targetwatch.supervision.MailConfig.Encryption;
import org.targetwatch.supervision.MailCounts.Outcome;

/**
 * Takes mails to the mail server, a connection for each, and waits for its answer. A server that takes too long is left for good:
 * what was given up does not arrive after all.
 */
@ApplicationScoped
class Postman {
    /** How long a connection takes at most, and each answer on it. */
    static final int SECONDS = 20;

    private static final Logger LOG = Logger.getLogger(Postman.class);
    private static final String UTF_8 = StandardCharsets.UTF_8.name();

    private final MailConfig config;
    private final MailCounts counts;
    private final Clock clock;
    private final Session session;

    Postman(MailConfig config, MailCounts counts, Clock clock) {
        this.config = config;
        this.counts = counts;
        this.clock = clock;
        this.session = Session.getInstance(properties(config));
    }

    private static Properties properties(MailConfig config) {
        Encryption encryption = config.encryption();
        String patience = String.valueOf(SECONDS * 1000);
        Properties properties = new Properties();
        Stream.of("connectiontimeout", "timeout", "writetimeout")
                .forEach(wait -> properties.setProperty("mail.smtp." + wait, patience));
        // One address that is not there any more keeps the mail from nobody else.
        properties.setProperty("mail.smtp.sendpartial", "true");
        properties.setProperty(
                "mail.smtp.auth", String.valueOf(config.username().isPresent()));
        properties.setProperty("mail.smtp.ssl.enable", String.valueOf(encryption == Encryption.TLS));
        properties.setProperty("mail.smtp.ssl.checkserveridentity", "true");
        properties.setProperty(
                "mail.smtp.starttls.enable",
                String.valueOf(encryption == Encryption.OPTIONAL || encryption == Encryption.REQUIRED));
        properties.setProperty("mail.smtp.starttls.required", String.valueOf(encryption == Encryption.REQUIRED));
        return properties;
    }

    /** Hands a mail over; addresses that the server refuses are logged and counted. Throws {@link Undeliverable} when nobody gets it. */
    void deliver(Letter letter) {
        try {
            List<String> refused = hand(message(letter));
            counts.count(Outcome.SENT, letter.addresses().size() - refused.size());
            counts.count(Outcome.REFUSED, refused.size());
            if (!refused.isEmpty()) {
                LOG.warnf("The mail server refused %s; the mail '%s' went to the others", refused, letter.subject());
            }
        } catch (MessagingException | UnsupportedEncodingException e) {
            counts.count(Outcome.FAILED, letter.addresses().size());
            throw new Undeliverable(e);
        }
    }

    private MimeMessage message(Letter letter) throws MessagingException, UnsupportedEncodingException {
        MimeMessage message = new Named(session, letter.name());
        InternetAddress from = new InternetAddress(config.from());
        from.setPersonal(from.getPersonal(), UTF_8);
        message.setFrom(from);
        for (String address : letter.addresses()) {
            message.addRecipient(RecipientType.TO, new InternetAddress(address));
        }
        message.setSubject(letter.subject(), UTF_8);
        message.setText(letter.text().replace("\n", "\r\n"), UTF_8);
        message.setSentDate(Date.from(clock.instant()));
        // So that nobody's notice of absence comes back.
        message.setHeader("Auto-Submitted", "auto-generated");
        message.saveChanges();
        return message;
    }

    /** Saving a message would give it a name of its own. */
    private static final class Named extends MimeMessage {
        private final String name;

        Named(Session session, String name) {
            super(session);
            this.name = name;
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", name);
        }
    }

    /** @return the addresses that were refused; not all of them */
    private List<String> hand(MimeMessage message) throws MessagingException {
        Transport transport = session.getTransport("smtp");
        try {
            transport.connect(
                    config.host(),
                    config.port(),
                    config.username().orElse(null),
                    config.password().orElse(null));
            transport.sendMessage(message, message.getAllRecipients());
            return List.of();
        } catch (SendFailedException partly) {
            if (all(partly.getValidSentAddresses()).findAny().isEmpty()) {
                throw partly;
            }
            return Stream.concat(all(partly.getInvalidAddresses()), all(partly.getValidUnsentAddresses()))
                    .map(Address::toString)
                    .toList();
        } finally {
            hangUp(transport);
        }
    }

    private static Stream<Address> all(Address[] addresses) {
        return Optional.ofNullable(addresses).stream().flatMap(Arrays::stream);
    }

    /** What was taken stays taken, whatever becomes of the farewell. */
    private static void hangUp(Transport transport) {
        try {
            transport.close();
        } catch (MessagingException gone) {
            LOG.debug("The mail server had left already", gone);
        }
    }
}
