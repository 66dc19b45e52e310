package com.allleads.rest.proxies;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** An address or a network such as {@code 10.0.0.0/8}. Names are never looked up. */
@SuppressWarnings("ArrayRecordComponent") // bytes are carried, never compared
public record AddressRange(byte[] network, int bits) {

    /** Digits and dots, or something with a colon: an address for certain. */
    private static final Pattern ADDRESS =
            Pattern.compile("[0-9]{1,3}(\\.[0-9]{1,3}){3}|[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*");

    private static final List<AddressRange> LOOPBACK = Stream.of("127.0.0.0/8", "::1")
            .flatMap(text -> parse(text).stream())
            .toList();

    /** Reads one; empty where the text is none. */
    static Optional<AddressRange> parse(String text) {
        String[] parts = text.split("/", 2);
        return address(parts[0]).flatMap(network -> {
            int most = network.length * Byte.SIZE;
            if (parts.length == 1) {
                return Optional.of(new AddressRange(network, most));
            }
            boolean valid = parts[1].matches("[0-9]{1,3}") && Integer.parseInt(parts[1]) <= most;
            return valid ? Optional.of(new AddressRange(network, Integer.parseInt(parts[1]))) : Optional.empty();
        });
    }

    /** Whether an address lies in it. */
    boolean contains(String text) {
        return address(text)
                .filter(address -> address.length == network.length && agrees(address))
                .isPresent();
    }

    private boolean agrees(byte[] address) {
        for (int bit = 0; bit < bits; bit++) {
            int mask = 0x80 >> bit % Byte.SIZE;
            if ((address[bit / Byte.SIZE] & mask) != (network[bit / Byte.SIZE] & mask)) {
                return false;
            }
        }
        return true;
    }

    /** Whether an address is this machine's own, whatever the form. */
    public static boolean isLoopback(String text) {
        return LOOPBACK.stream().anyMatch(range -> range.contains(text));
    }

    /** The bytes of a literal address. Jetty writes those of IPv6 in brackets. */
    static Optional<byte[]> address(String written) {
        String text =
                written.startsWith("[") && written.endsWith("]") ? written.substring(1, written.length() - 1) : written;
        if (!ADDRESS.matcher(text).matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(InetAddress.getByName(text).getAddress());
        } catch (UnknownHostException e) {
            return Optional.empty();
        }
    }
}
