package com.allleads.launcher;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Puts the operator's password into Karaf's users file as a salted slow hash. The password comes in by standard input, so
 * that it appears neither on a command line nor in a file. With nothing on standard input, a users file that already has an
 * operator is left alone, and otherwise a password is made and printed: the only time that anybody sees it.
 */
public final class OperatorPassword {

    private static final String USER = "operator";
    private static final String MARK = "{CRYPT}";
    private static final String GROUP = "_g_\\:admingroup";
    private static final String GROUP_LINE = GROUP + " = group,admin,manager,viewer,systembundles,ssh";

    /** Without letters and digits that are taken for one another when read from a screen. */
    private static final String READABLE = "abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789";

    private static final int GENERATED_LENGTH = 20;

    private final SecureRandom random = new SecureRandom();
    private final Argon2 argon2 = new Argon2(random);

    /** Called by {@code run} with the users file; the password, or nothing, on standard input. */
    public static void main(String[] args) throws IOException {
        if (args.length != 1) {
            System.err.println("usage: OperatorPassword USERS-FILE < password");
            System.exit(2);
        }
        String given = new String(System.in.readAllBytes(), StandardCharsets.UTF_8).replaceAll("[\r\n]+$", "");
        new OperatorPassword().apply(Path.of(args[0]), given).ifPresent(System.out::println);
    }

    /** Makes the file hold {@code given}, or without one what it holds already, and answers a password that had to be made. */
    Optional<String> apply(Path users, String given) throws IOException {
        List<String> lines = Files.exists(users) ? Files.readAllLines(users, StandardCharsets.UTF_8) : List.of();
        Optional<String> kept =
                lines.stream().filter(OperatorPassword::isOperator).findFirst().flatMap(OperatorPassword::hashIn);
        if (kept.isPresent() && (given.isEmpty() || argon2.matches(given, kept.get()))) {
            return Optional.empty();
        }
        String password = given.isEmpty() ? generate() : given;
        write(users, lines, argon2.hash(password));
        return given.isEmpty() ? Optional.of(password) : Optional.empty();
    }

    private static boolean isOperator(String line) {
        return line.strip().matches(USER + "\\s*[=:].*");
    }

    /** A line without the marks holds a clear password, which counts for nothing. */
    private static Optional<String> hashIn(String line) {
        int start = line.indexOf(MARK);
        int end = line.lastIndexOf(MARK);
        return start >= 0 && end > start ? Optional.of(line.substring(start + MARK.length(), end)) : Optional.empty();
    }

    private static void write(Path users, List<String> lines, String hash) throws IOException {
        List<String> result = new ArrayList<>();
        for (String line : lines) {
            if (!isOperator(line) && !line.strip().startsWith(GROUP)) {
                result.add(line);
            }
        }
        result.add(USER + " = " + MARK + hash + MARK + ",_g_:admingroup");
        result.add(GROUP_LINE);
        Path next = Files.createTempFile(
                users.toAbsolutePath().getParent(),
                ".users",
                ".tmp",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.write(next, result, StandardCharsets.UTF_8);
        Files.move(next, users, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private String generate() {
        StringBuilder password = new StringBuilder(GENERATED_LENGTH);
        for (int i = 0; i < GENERATED_LENGTH; i++) {
            password.append(READABLE.charAt(random.nextInt(READABLE.length())));
        }
        return password.toString();
    }
}
