package com.allleads.channel.smtp;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** An SMTP server that says what a test wants to hear: by default yes to everything. */
final class ScriptedServer implements AutoCloseable {

    /** In place of an answer: says nothing. */
    static final String SILENCE = "";

    private final ServerSocket socket;
    private final Map<String, String> answers;
    private final AtomicInteger conversations = new AtomicInteger();
    private final List<Socket> connections = new CopyOnWriteArrayList<>();

    /**
     * @param answers by the command's first word, where they are other than the usual ones; {@code .} is the end of the data
     */
    ScriptedServer(Map<String, String> answers) throws IOException {
        this.answers = answers;
        this.socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        start(this::accept);
    }

    int port() {
        return socket.getLocalPort();
    }

    /** How many connections were opened so far. */
    int conversations() {
        return conversations.get();
    }

    /** Ends every conversation without a word, and goes on listening. */
    void hangUp() throws IOException {
        for (Socket connection : connections) {
            connection.close();
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }

    private void accept() {
        while (!socket.isClosed()) {
            try {
                Socket connection = socket.accept();
                conversations.incrementAndGet();
                connections.add(connection);
                start(() -> converse(connection));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void converse(Socket connection) {
        try (connection;
                BufferedReader in = new BufferedReader(
                        new InputStreamReader(connection.getInputStream(), StandardCharsets.US_ASCII));
                Writer out = new OutputStreamWriter(connection.getOutputStream(), StandardCharsets.US_ASCII)) {
            say(out, "220 ready");
            boolean data = false;
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                if (data && !line.equals(".")) {
                    continue;
                }
                String command = line.split("[ :]", 2)[0].toUpperCase(Locale.ROOT);
                String answer = answers.getOrDefault(command, command.equals("DATA") ? "354 go on" : "250 2.0.0 ok");
                data = command.equals("DATA") && answer.startsWith("354");
                if (!answer.equals(SILENCE)) {
                    say(out, answer);
                }
            }
        } catch (IOException gone) {
            // The other side ended the conversation.
        }
    }

    private static void say(Writer out, String line) throws IOException {
        out.write(line + "\r\n");
        out.flush();
    }

    private static void start(Runnable work) {
        Thread thread = new Thread(work, "scripted-server");
        thread.setDaemon(true);
        thread.start();
    }
}
