package com.allleads.itests.outside;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.concurrent.TimeUnit;
import org.apache.sshd.client.SshClient;
import org.apache.sshd.client.channel.ChannelExec;
import org.apache.sshd.client.channel.ClientChannelEvent;
import org.apache.sshd.client.keyverifier.AcceptAllServerKeyVerifier;
import org.apache.sshd.client.session.ClientSession;

/** The operator's console over ssh. */
public final class Console {

    private static final long SECONDS = 60;
    /** Once in some hundred times client and server wait for one another while they agree on keys. */
    private static final long SIGN_IN_SECONDS = 20;

    private static final int SIGN_IN_TRIES = 3;

    private final Site site;

    Console(Site site) {
        this.site = site;
    }

    /** Runs a command and answers what it printed, errors too. */
    public String run(String command) {
        try (SshClient client = SshClient.setUpDefaultClient()) {
            client.setServerKeyVerifier(AcceptAllServerKeyVerifier.INSTANCE);
            client.start();
            try (ClientSession session = signIn(client, SIGN_IN_TRIES)) {
                ByteArrayOutputStream printed = new ByteArrayOutputStream();
                try (ChannelExec channel = session.createExecChannel(command)) {
                    channel.setOut(printed);
                    channel.setErr(printed);
                    channel.open().verify(SECONDS, TimeUnit.SECONDS);
                    channel.waitFor(EnumSet.of(ClientChannelEvent.CLOSED), TimeUnit.SECONDS.toMillis(SECONDS));
                }
                return printed.toString(StandardCharsets.UTF_8);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("console: " + command, e);
        }
    }

    private ClientSession signIn(SshClient client, int tries) throws IOException {
        ClientSession session = client.connect("operator", "127.0.0.1", site.sshPort())
                .verify(SECONDS, TimeUnit.SECONDS)
                .getSession();
        session.addPasswordIdentity(Site.OPERATOR_PASSWORD);
        try {
            session.auth().verify(SIGN_IN_SECONDS, TimeUnit.SECONDS);
            return session;
        } catch (IOException e) {
            session.close(true);
            if (tries == 1) {
                throw e;
            }
            return signIn(client, tries - 1);
        }
    }

    /** Runs a command with {@code --json}. */
    public JsonNode json(String command) {
        String printed = run(command + " --json");
        try {
            return new ObjectMapper().readTree(printed);
        } catch (IOException e) {
            throw new UncheckedIOException("not JSON: " + printed, e);
        }
    }
}
