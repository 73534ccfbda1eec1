package dev.svgym.networklogs.traffic;

import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * Where the flows were recorded.
 *
 * @param moved whether services listen on other ports, and what is below is not usual
 * @param durationFactor durations are this many times as long as usual; gaps too
 * @param volumeFactor payloads are this many times as large as usual
 * @param network first two octets of internal addresses
 * @param external first octet of external addresses
 */
public record Site(
        boolean moved, int durationFactor, int volumeFactor, String network, int external) {

    /** As everywhere in the tasks for training. */
    public static final Site USUAL = new Site(false, 1, 1, "10.20", 203);

    /** The same meaning with other numbers and hosts. */
    public static final Site SHIFTED = new Site(true, 4, 6, "172.19", 198);

    String namedServer() {
        return network + ".0.5";
    }

    /** The host under review. */
    String host(int number) {
        return network + ".7." + number;
    }

    /** The address of a peer. */
    String address(Peer peer, int address) {
        String host = (address >> 8 & 0xff) + "." + (address & 0xff);
        return switch (peer) {
            case NAMED_SERVER -> namedServer();
            case INTERNAL -> network + "." + host;
            case EXTERNAL -> external + "." + (address >> 16) + "." + host;
        };
    }

    /** What is special here, one statement a line; the same for every case of the site. */
    public String statements() {
        String server =
                "Internal addresses start with %s.; the named server is %s."
                        .formatted(network, namedServer());
        if (!moved) {
            return server;
        }
        StringBuilder text = new StringBuilder(server);
        text.append("\nLinks are slow and records are large: durations and gaps between flows are ")
                .append(durationFactor)
                .append(" times as long as usual, payloads ")
                .append(volumeFactor)
                .append(" times as large.\nServices listen on other ports:");
        text.append(
                Arrays.stream(Port.values())
                        .map(port -> port.number(true) + " for " + port.number(false))
                        .collect(Collectors.joining(", ", " ", ".")));
        return text.toString();
    }

    /** How many times as large as usual the values of a feature are. */
    long factor(Feature feature) {
        return switch (feature) {
            case DURATION, GAP -> durationFactor;
            case ORIG_BYTES, RESP_BYTES -> volumeFactor;
            case PORT, STATE, PEER, EXTRA_PACKETS -> 1;
        };
    }
}
