package com.allleads.rest.limits;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;

/** Who counts as one client: an IPv4 address, but a whole IPv6 network of 64 bits, for one customer has all of its addresses. */
final class ClientNetwork {

    private static final int HOST_BEGINS = 8;

    private ClientNetwork() {}

    static String of(String client) {
        if (client.indexOf(':') < 0) {
            return client;
        }
        try {
            // With a colon it is an address, never a name to be looked up.
            InetAddress address = InetAddress.getByName(client);
            if (!(address instanceof Inet6Address)) {
                return address.getHostAddress();
            }
            byte[] network = address.getAddress();
            Arrays.fill(network, HOST_BEGINS, network.length, (byte) 0);
            return InetAddress.getByAddress(network).getHostAddress();
        } catch (UnknownHostException e) {
            return client;
        }
    }
}
