package dev.svgym.networklogs.traffic;

import static dev.svgym.networklogs.traffic.Twins.Side.LESS;
import static dev.svgym.networklogs.traffic.Twins.Side.MORE;

import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * A malicious activity and the benign one that resembles it: the same ports, and in every other feature two densities
 * that overlap. Which side has more differs from pair to pair, for each feature in as many pairs one way as the other,
 * so that no feature alone tells the sides apart.
 */
record Twins(Activity malicious, Activity benign) {

    /** The side of the malicious activity in a feature. */
    enum Side {
        LESS(-1),
        MORE(1);

        private final int sign;

        Side(int sign) {
            this.sign = sign;
        }
    }

    /** Standard deviation of the densities of numbers, in bins. */
    private static final double SPREAD = 1.5;

    /** Distance between the centres of two twins, in bins. */
    private static final double DISTANCE = 1.5;

    /** How many times as likely the side with more has a failed flow, relative to one that carries data. */
    private static final double FAILURE_ODDS = 2.5;

    /** How many times as likely the side with more has an external peer, relative to any other. */
    private static final double EXTERNAL_ODDS = 1.8;

    /** Weight of each port that an activity does not use as a rule. */
    private static final double RARE_PORT = 0.02;

    /** Every pair. Their order is part of the generator's version. */
    static final List<Twins> ALL =
            List.of(
                    pair(
                            "port scan",
                            "authorised inventory scan",
                            new Shape(3, 3, 2, 1.5, 4, 0.45, 0.3),
                            new Sides(LESS, MORE, LESS, MORE, LESS, MORE, MORE),
                            Port.SSH,
                            Port.HTTP,
                            Port.HTTPS,
                            Port.SMB,
                            Port.RDP,
                            Port.ALT_HTTP,
                            Port.ADB),
                    pair(
                            "SSH brute force",
                            "configuration management over SSH",
                            new Shape(6, 4.5, 5, 3, 7, 0.15, 0.4),
                            new Sides(LESS, MORE, LESS, MORE, LESS, MORE, LESS),
                            Port.SSH),
                    pair(
                            "telnet brute force",
                            "polling of legacy devices over telnet",
                            new Shape(6, 3, 3.5, 2.5, 7, 0.2, 0.4),
                            new Sides(LESS, MORE, MORE, LESS, MORE, LESS, MORE),
                            Port.TELNET),
                    pair(
                            "beaconing",
                            "software telemetry",
                            new Shape(5, 4, 4, 2, 9, 0.1, 0.8),
                            new Sides(MORE, LESS, MORE, LESS, MORE, LESS, LESS),
                            Port.HTTPS,
                            Port.ALT_HTTPS,
                            Port.HTTP),
                    pair(
                            "exfiltration",
                            "cloud backup",
                            new Shape(9, 10, 6, 4, 8, 0.1, 0.8),
                            new Sides(MORE, MORE, LESS, LESS, MORE, MORE, LESS),
                            Port.HTTPS,
                            Port.SSH,
                            Port.ALT_HTTPS),
                    pair(
                            "DNS tunnel",
                            "reputation look-ups over DNS",
                            new Shape(3.5, 3, 3, 2, 5, 0.1, 0.5),
                            new Sides(MORE, MORE, MORE, MORE, LESS, LESS, MORE),
                            Port.DNS),
                    pair(
                            "participation in a DDoS",
                            "load test",
                            new Shape(4, 4, 4, 4, 2.5, 0.4, 0.7),
                            new Sides(LESS, LESS, LESS, LESS, LESS, MORE, MORE),
                            Port.HTTP,
                            Port.HTTPS,
                            Port.DNS,
                            Port.GAME),
                    pair(
                            "lateral movement",
                            "remote administration",
                            new Shape(7, 5.5, 6, 3, 8, 0.2, 0.15),
                            new Sides(MORE, LESS, MORE, MORE, MORE, LESS, LESS),
                            Port.SMB,
                            Port.RDP,
                            Port.SSH),
                    pair(
                            "cryptomining",
                            "chat over long connections",
                            new Shape(10.5, 5, 5, 4.5, 10, 0.1, 0.8),
                            new Sides(MORE, LESS, LESS, MORE, MORE, LESS, MORE),
                            Port.STRATUM,
                            Port.HTTPS,
                            Port.ALT_HTTPS),
                    pair(
                            "IoT botnet",
                            "IoT device discovery",
                            new Shape(4, 2.5, 3, 1.5, 5, 0.4, 0.5),
                            new Sides(LESS, LESS, MORE, LESS, LESS, MORE, LESS),
                            Port.TELNET,
                            Port.ADB,
                            Port.ALT_HTTP,
                            Port.HTTP));

    /** Everyday traffic, the same on both sides. */
    static final Activity EVERYDAY = everyday();

    /**
     * What a pair has in common: midpoints in bins, and shares in [0, 1].
     *
     * @param failed share of flows that carry no data
     * @param external share of flows to external peers
     */
    private record Shape(
            double duration,
            double origBytes,
            double respBytes,
            double extraPackets,
            double gap,
            double failed,
            double external) {}

    /** Where the malicious twin lies, feature by feature. */
    private record Sides(
            Side duration,
            Side origBytes,
            Side respBytes,
            Side extraPackets,
            Side gap,
            Side failed,
            Side external) {}

    private static Twins pair(
            String malicious, String benign, Shape shape, Sides sides, Port... ports) {
        return new Twins(
                activity(malicious, shape, sides, 1, ports),
                activity(benign, shape, sides, -1, ports));
    }

    /**
     * @param side 1 for the malicious twin, -1 for the benign one
     */
    private static Activity activity(
            String name, Shape shape, Sides sides, int side, Port... ports) {
        Map<Feature, Histogram> densities = new EnumMap<>(Feature.class);
        densities.put(Feature.PORT, ports(ports));
        densities.put(
                Feature.STATE,
                states(odds(shape.failed(), FAILURE_ODDS, side * sides.failed().sign)));
        densities.put(
                Feature.PEER,
                peers(odds(shape.external(), EXTERNAL_ODDS, side * sides.external().sign)));
        number(densities, Feature.DURATION, shape.duration(), side * sides.duration().sign);
        number(densities, Feature.ORIG_BYTES, shape.origBytes(), side * sides.origBytes().sign);
        number(densities, Feature.RESP_BYTES, shape.respBytes(), side * sides.respBytes().sign);
        number(
                densities,
                Feature.EXTRA_PACKETS,
                shape.extraPackets(),
                side * sides.extraPackets().sign);
        number(densities, Feature.GAP, shape.gap(), side * sides.gap().sign);
        return new Activity(name, densities);
    }

    private static Activity everyday() {
        Map<Feature, Histogram> densities = new EnumMap<>(Feature.class);
        densities.put(Feature.PORT, ports(Port.DNS, Port.HTTPS, Port.HTTPS, Port.HTTP));
        densities.put(Feature.STATE, states(0.1));
        densities.put(Feature.PEER, peers(0.5));
        densities.put(Feature.DURATION, Histogram.around(5.5, 3, Feature.DURATION.bins()));
        densities.put(Feature.ORIG_BYTES, Histogram.around(4, 3, Feature.ORIG_BYTES.bins()));
        densities.put(Feature.RESP_BYTES, Histogram.around(5, 3, Feature.RESP_BYTES.bins()));
        densities.put(Feature.EXTRA_PACKETS, Histogram.around(2, 2, Feature.EXTRA_PACKETS.bins()));
        densities.put(Feature.GAP, Histogram.around(6.5, 3, Feature.GAP.bins()));
        return new Activity("everyday traffic", densities);
    }

    private static void number(
            Map<Feature, Histogram> densities, Feature feature, double middle, int direction) {
        densities.put(
                feature,
                Histogram.around(middle + direction * DISTANCE / 2, SPREAD, feature.bins()));
    }

    /** A share whose odds are multiplied or divided by the square root of a ratio. */
    private static double odds(double share, double ratio, int direction) {
        double factor = StrictMath.sqrt(ratio);
        double odds = share / (1 - share) * (direction > 0 ? factor : 1 / factor);
        return odds / (1 + odds);
    }

    private static Histogram ports(Port... ports) {
        List<Port> used = List.of(ports);
        return Histogram.of(
                Arrays.stream(Port.values())
                        .mapToDouble(port ->
                                RARE_PORT
                                        + Collections.frequency(used, port) / (double) used.size())
                        .toArray());
    }

    /** States that carry data share {@code 1 - failed}, the others {@code failed}, in fixed proportions. */
    private static Histogram states(double failed) {
        return Histogram.of(
                Arrays.stream(State.values())
                        .mapToDouble(state ->
                                switch (state) {
                                    case SF -> 0.7 * (1 - failed);
                                    case S1, RSTO, RSTR -> 0.1 * (1 - failed);
                                    case S0 -> 0.5 * failed;
                                    case REJ -> 0.3 * failed;
                                    case OTH -> 0.2 * failed;
                                })
                        .toArray());
    }

    private static Histogram peers(double external) {
        return Histogram.of(
                Arrays.stream(Peer.values())
                        .mapToDouble(peer ->
                                switch (peer) {
                                    case NAMED_SERVER -> 0.4 * (1 - external);
                                    case INTERNAL -> 0.6 * (1 - external);
                                    case EXTERNAL -> external;
                                })
                        .toArray());
    }
}
