package com.allleads.registration.operators;

import com.allleads.registration.operators.Realm.User;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Karaf's users file: a line {@code name = password,role,_g_:group} per user, and a line {@code _g_\:group = group,role} per
 * group. It is read anew each time, so that a change counts at once.
 */
final class UsersFile {

    private static final String GROUP = "_g_:";

    private final Path file;

    UsersFile(Path file) {
        this.file = file;
    }

    Optional<User> find(String name) {
        if (name.startsWith(GROUP)) {
            return Optional.empty();
        }
        Properties users = read();
        return Optional.ofNullable(users.getProperty(name)).map(line -> user(users, parts(line)));
    }

    private static User user(Properties users, List<String> parts) {
        Set<String> roles = new HashSet<>();
        for (String role : rest(parts)) {
            if (role.startsWith(GROUP)) {
                roles.addAll(rest(parts(users.getProperty(role, ""))));
            } else {
                roles.add(role);
            }
        }
        return new User(parts.get(0), roles);
    }

    private static List<String> parts(String line) {
        return Stream.of(line.split(",", -1)).map(String::strip).toList();
    }

    private static List<String> rest(List<String> parts) {
        return parts.subList(1, parts.size());
    }

    private Properties read() {
        Properties users = new Properties();
        try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            users.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
        return users;
    }
}
