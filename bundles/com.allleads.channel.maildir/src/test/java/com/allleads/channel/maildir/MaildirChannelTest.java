package com.allleads.channel.maildir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.allleads.spi.channel.ChannelMessage;
import com.allleads.spi.channel.Delivery;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.lang.annotation.Annotation;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.mail.Session;
import javax.mail.internet.MimeMessage;
import javax.mail.internet.MimeMultipart;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

public class MaildirChannelTest {

    private static final String TEXT = "Grüße!\n\nYour PIN:\n\n    012345\n";

    @Rule
    public final TemporaryFolder temporary = new TemporaryFolder();

    private Path folder;
    private MaildirChannel channel;

    @Before
    public void open() throws IOException {
        folder = temporary.getRoot().toPath().resolve("mail");
        channel = new MaildirChannel(configuration(folder.toString(), "Site <site@shop.example>"));
    }

    @Test
    public void writesAMailThatMailProgramsRead() throws Exception {
        assertThat(channel.deliver(message("abc", TEXT))).isEqualTo(new Delivery.Accepted("abc"));

        MimeMessage mail = onlyMail();
        assertThat(mail.getAllRecipients()).extracting(Object::toString).containsExactly("ada@mail.example");
        assertThat(mail.getFrom()).extracting(Object::toString).containsExactly("Site <site@shop.example>");
        assertThat(mail.getSubject()).isEqualTo("Willkommen, schön");
        assertThat(mail.getMessageID()).isEqualTo("<abc@shop.example>");
        assertThat(mail.getSentDate()).isNotNull();
        assertThat(mail.getHeader("List-Unsubscribe")).containsExactly("<https://shop.example/u>");
        assertThat(mail.getContent().toString().replace("\r\n", "\n")).isEqualTo(TEXT);
    }

    @Test
    public void leavesTheTextReadableForSearchTools() throws IOException {
        channel.deliver(message("abc", TEXT));

        assertThat(Files.readString(mails().get(0), StandardCharsets.UTF_8)).contains("Grüße!", "    012345");
    }

    @Test
    public void addsHtmlAsAnAlternative() throws Exception {
        channel.deliver(new ChannelMessage("abc", "ada@mail.example", "Hi", "text", Optional.of("<p>html"), Map.of()));

        MimeMultipart parts = (MimeMultipart) onlyMail().getContent();
        assertThat(parts.getBodyPart(0).getContent()).isEqualTo("text");
        assertThat(parts.getBodyPart(1).getContent()).isEqualTo("<p>html");
    }

    @Test
    public void storesAMessageOnceHoweverOftenItComes() throws IOException {
        channel.deliver(message("abc", TEXT));
        channel.deliver(message("abc", TEXT));

        assertThat(mails()).hasSize(1);
        assertThat(files("tmp")).isEmpty();
    }

    @Test
    public void storesAMessageOnceAfterItWasRead() throws IOException {
        channel.deliver(message("abc", TEXT));
        Path unread = mails().get(0);
        Files.move(unread, folder.resolve("cur").resolve(unread.getFileName() + ":2,S"));

        channel.deliver(message("abc", TEXT));

        assertThat(mails()).isEmpty();
    }

    @Test
    public void storesEveryMessageOfManyThreads() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(4);
        for (int i = 0; i < 40; i++) {
            String id = "message-" + i % 20;
            threads.execute(() -> channel.deliver(message(id, TEXT)));
        }
        threads.shutdown();
        assertThat(threads.awaitTermination(30, TimeUnit.SECONDS)).isTrue();

        assertThat(mails()).hasSize(20);
    }

    @Test
    public void keepsMailFromOtherUsersOfTheMachine() throws IOException {
        channel.deliver(message("abc", TEXT));

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(mails().get(0))))
                .isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("new"))))
                .isEqualTo("rwx------");
    }

    @Test
    public void removesDraftsThatACrashLeftBehind() throws IOException {
        Path old = Files.createFile(folder.resolve("tmp/old"));
        Files.setLastModifiedTime(old, FileTime.from(Instant.now().minus(Duration.ofDays(2))));
        Path fresh = Files.createFile(folder.resolve("tmp/fresh"));

        new MaildirChannel(configuration(folder.toString(), "site@shop.example"));

        assertThat(old).doesNotExist();
        assertThat(fresh).exists();
    }

    @Test
    public void triesAgainWhenTheFolderIsGone() throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            all.sorted((a, b) -> b.compareTo(a)).map(Path::toFile).forEach(File::delete);
        }

        assertThat(channel.deliver(message("abc", TEXT))).isInstanceOf(Delivery.Later.class);
    }

    @Test
    public void rejectsWhatIsNoAddressWithoutRepeatingIt() {
        Delivery delivery =
                channel.deliver(new ChannelMessage("abc", "no address", "Hi", "text", Optional.empty(), Map.of()));

        assertThat(delivery).isInstanceOf(Delivery.Rejected.class);
        assertThat(delivery.toString()).doesNotContain("no address");
    }

    @Test
    public void rejectsAnIdThatWouldLeaveTheFolder() {
        assertThat(channel.deliver(message("../abc", TEXT))).isInstanceOf(Delivery.Rejected.class);
    }

    @Test
    public void refusesASenderThatIsNoAddressByItsKey() {
        assertThatThrownBy(() -> new MaildirChannel(configuration(folder.toString(), "nobody")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("com.allleads.channel.maildir.cfg: from");
    }

    @Test
    public void keepsItsSettingsWhenAChangeIsWrong() throws Exception {
        channel.modified(configuration(folder.toString(), "nobody"));

        channel.deliver(message("abc", TEXT));
        assertThat(onlyMail().getFrom()).extracting(Object::toString).containsExactly("Site <site@shop.example>");
    }

    @Test
    public void saysThatNothingLeavesTheSite() {
        assertThat(channel.declaration().outside()).isFalse();
        assertThat(channel.declaration().hosts()).isEmpty();
    }

    private List<Path> mails() throws IOException {
        return files("new");
    }

    private List<Path> files(String part) throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve(part))) {
            return files.toList();
        }
    }

    private MimeMessage onlyMail() throws Exception {
        assertThat(mails()).hasSize(1);
        try (InputStream in = Files.newInputStream(mails().get(0))) {
            return new MimeMessage(Session.getInstance(new Properties()), in);
        }
    }

    private static ChannelMessage message(String id, String text) {
        return new ChannelMessage(
                id,
                "ada@mail.example",
                "Willkommen, schön",
                text,
                Optional.empty(),
                Map.of("List-Unsubscribe", "<https://shop.example/u>"));
    }

    private static MaildirConfiguration configuration(String folder, String from) {
        return new MaildirConfiguration() {
            @Override
            public String folder() {
                return folder;
            }

            @Override
            public String from() {
                return from;
            }

            @Override
            public Class<? extends Annotation> annotationType() {
                return MaildirConfiguration.class;
            }
        };
    }
}
