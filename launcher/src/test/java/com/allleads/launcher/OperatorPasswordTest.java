package com.allleads.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

public class OperatorPasswordTest {

    @Rule
    public final TemporaryFolder folder = new TemporaryFolder();

    private final OperatorPassword operatorPassword = new OperatorPassword();
    private final Argon2 argon2 = new Argon2(new SecureRandom());
    private Path users;

    @Before
    public void nobodyYet() {
        users = folder.getRoot().toPath().resolve("users.properties");
    }

    @Test
    public void makesAPasswordOnceWhenNoneIsGiven() throws IOException {
        Optional<String> first = operatorPassword.apply(users, "");
        Optional<String> second = operatorPassword.apply(users, "");

        assertThat(first).hasValueSatisfying(made -> assertThat(argon2.matches(made, hash()))
                .isTrue());
        assertThat(second).isEmpty();
    }

    @Test
    public void givenPasswordWinsOverTheOneKept() throws IOException {
        operatorPassword.apply(users, "before");

        assertThat(operatorPassword.apply(users, "after")).isEmpty();
        assertThat(argon2.matches("after", hash())).isTrue();
        assertThat(argon2.matches("before", hash())).isFalse();
    }

    @Test
    public void leavesTheFileAloneWhenThePasswordIsTheSame() throws IOException {
        operatorPassword.apply(users, "same");
        String before = Files.readString(users);

        operatorPassword.apply(users, "same");

        assertThat(Files.readString(users)).isEqualTo(before);
    }

    @Test
    public void replacesAClearPassword() throws IOException {
        Files.write(users, List.of("operator = clear,admin"));

        assertThat(operatorPassword.apply(users, "")).isPresent();
        assertThat(Files.readString(users)).doesNotContain("clear");
    }

    @Test
    public void keepsOtherLinesAndIsReadableByItsOwnerOnly() throws IOException {
        Files.write(users, List.of("# a note", "operator = {CRYPT}unreadable{CRYPT}"));

        operatorPassword.apply(users, "given");

        assertThat(Files.readAllLines(users)).hasSize(3).startsWith("# a note");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(users)))
                .isEqualTo("rw-------");
    }

    @Test
    public void twoHashesOfOnePasswordDiffer() {
        assertThat(argon2.hash("one")).isNotEqualTo(argon2.hash("one"));
    }

    private String hash() {
        try {
            return Files.readString(users).split("\\{CRYPT}", -1)[1];
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
