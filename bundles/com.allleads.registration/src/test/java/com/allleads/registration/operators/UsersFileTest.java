package com.allleads.registration.operators;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.allleads.registration.operators.Realm.User;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

public class UsersFileTest {

    @Rule
    public final TemporaryFolder folder = new TemporaryFolder();

    @Test
    public void findsUsersWithTheRolesOfTheirGroups() throws IOException {
        UsersFile users = file("""
                # operators
                operator = {CRYPT}JGFyZ29uMmlk={CRYPT},_g_:admingroup
                anna={CRYPT}c2Vjb25k{CRYPT}, viewer
                _g_\\:admingroup = group,admin,manager,viewer,ssh
                """);

        assertThat(users.find("operator").map(User::password)).hasValue("{CRYPT}JGFyZ29uMmlk={CRYPT}");
        assertThat(users.find("operator").orElseThrow().roles())
                .containsExactlyInAnyOrder("admin", "manager", "viewer", "ssh");
        assertThat(users.find("anna").orElseThrow().roles()).containsExactly("viewer");
    }

    @Test
    public void findsNobodyElse() throws IOException {
        UsersFile users = file("anna = secret,viewer\n_g_\\:viewers = group,viewer\n");

        assertThat(users.find("berta")).isEmpty();
        assertThat(users.find("")).isEmpty();
        assertThat(users.find("_g_:viewers")).isEmpty();
    }

    @Test
    public void takesAUserWithoutRolesOrWithAGroupThatIsNot() throws IOException {
        UsersFile users = file("anna = secret\nberta = secret,_g_:nowhere\n");

        assertThat(users.find("anna").orElseThrow().roles()).isEmpty();
        assertThat(users.find("berta").orElseThrow().roles()).isEmpty();
    }

    @Test
    public void seesEachChangeAtOnce() throws IOException {
        UsersFile users = file("anna = first,viewer\n");
        assertThat(users.find("anna").map(User::password)).hasValue("first");

        file("anna = second,viewer\n");
        assertThat(users.find("anna").map(User::password)).hasValue("second");
        file("");
        assertThat(users.find("anna")).isEmpty();
    }

    @Test
    public void saysWhichFileCannotBeRead() {
        Path nowhere = folder.getRoot().toPath().resolve("nowhere");

        assertThatThrownBy(() -> new UsersFile(nowhere).find("anna"))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining(nowhere.toString());
    }

    @Test
    public void showsNoPassword() throws IOException {
        assertThat(file("anna = secret,viewer\n").find("anna").orElseThrow().toString())
                .doesNotContain("secret");
    }

    private UsersFile file(String content) throws IOException {
        return new UsersFile(Files.writeString(folder.getRoot().toPath().resolve("users.properties"), content));
    }
}
