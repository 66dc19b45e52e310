package com.allleads.payment.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.allleads.payment.sandbox.Lines.Note;
import com.allleads.payment.sandbox.Lines.What;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

public class JournalTest {

    private static final String TORN = "{\"what\":\"DECLI";

    @Rule
    public final TemporaryFolder folder = new TemporaryFolder();

    private final List<String> seen = new ArrayList<>();

    @Test
    public void readingAheadLeavesALineThatIsStillBeingWritten() throws IOException {
        Path file = folder.getRoot().toPath().resolve("notes.jsonl");
        try (Journal<Note> other = journal(file)) {
            other.append(Note.of(What.DECLINED, "first"));
            seen.clear();
            try (Journal<Note> journal = journal(file)) {
                Files.writeString(file, TORN, StandardOpenOption.APPEND);
                journal.readAhead();
                assertThat(seen).containsExactly("first");
                assertThat(Files.readString(file)).endsWith(TORN);

                Files.writeString(file, "NED\",\"key\":\"second\"}\n", StandardOpenOption.APPEND);
                journal.readAhead();
                assertThat(seen).containsExactly("first", "second");
            }
        }
    }

    @Test
    public void catchingUpCutsALineThatACrashTore() throws IOException {
        Path file = folder.getRoot().toPath().resolve("notes.jsonl");
        Files.writeString(file, TORN);
        try (Journal<Note> journal = journal(file)) {
            journal.catchUp();
            journal.append(Note.of(What.DECLINED, "after"));
        }
        try (Journal<Note> again = journal(file)) {
            seen.clear();
            again.catchUp();
            assertThat(seen).containsExactly("after");
        }
    }

    private Journal<Note> journal(Path file) throws IOException {
        return new Journal<>(file, Note.class, note -> seen.add(note.key()));
    }
}
