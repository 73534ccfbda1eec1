package dev.svgym.networklogs.traffic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.svgym.environment.generation.RandomStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The evidence is that of the text: bins are read back from it, and densities multiplied by the textbook. */
class ShownEvidenceTest {

    private static final List<String> COLUMNS =
            List.of(
                    "ts",
                    "id.orig_h",
                    "id.orig_p",
                    "id.resp_h",
                    "id.resp_p",
                    "proto",
                    "service",
                    "duration",
                    "orig_bytes",
                    "resp_bytes",
                    "conn_state",
                    "orig_pkts",
                    "resp_pkts",
                    "name");

    @Test
    void follows_from_the_text_alone_in_either_format_at_either_site() {
        for (Site site : List.of(Site.USUAL, Site.SHIFTED)) {
            for (ZeekLog format : ZeekLog.values()) {
                for (int seed = 0; seed < 200; seed++) {
                    var random = new RandomStream(seed, 99);
                    int flows = 1 + seed % 50;
                    var frame =
                            new Window.Frame(
                                    site, 7, flows, 100 - seed % 80, 10, Names.planted(random));
                    Window window = Window.draw(frame, seed % 2 == 0, random);

                    double shown = evidence(format.text(window, 1_000_000), site, window.share());

                    assertThat(window.evidence()).isCloseTo(shown, within(1e-9));
                }
            }
        }
    }

    @Test
    void is_nothing_without_flows() {
        assertThat(Likelihood.evidence(List.of(), 0.5)).isCloseTo(0, within(1e-12));
    }

    private static double evidence(String text, Site site, double share) {
        List<Map<Feature, Integer>> rows = new ArrayList<>();
        long before = -1;
        for (String line : text.lines().filter(l -> !l.startsWith("#")).toList()) {
            Map<Feature, Integer> bins = new EnumMap<>(Feature.class);
            int port = Integer.parseInt(field(line, "id.resp_p").orElseThrow());
            bins.put(
                    Feature.PORT,
                    index(Port.values(), p -> p.number(site.equals(Site.SHIFTED)) == port));
            State state = State.valueOf(field(line, "conn_state").orElseThrow());
            bins.put(Feature.STATE, index(State.values(), s -> s == state));
            String address = field(line, "id.resp_h").orElseThrow();
            Peer peer =
                    address.equals(site.network() + ".0.5")
                            ? Peer.NAMED_SERVER
                            : address.startsWith(site.network() + ".")
                                    ? Peer.INTERNAL
                                    : Peer.EXTERNAL;
            bins.put(Feature.PEER, index(Peer.values(), p -> p == peer));
            long time = micros(field(line, "ts").orElseThrow());
            if (before >= 0) {
                bins.put(Feature.GAP, bin(Feature.GAP, time - before, site.durationFactor()));
            }
            before = time;
            field(line, "duration")
                    .ifPresent(d ->
                            bins.put(
                                    Feature.DURATION,
                                    bin(Feature.DURATION, micros(d), site.durationFactor())));
            field(line, "orig_bytes")
                    .ifPresent(b -> {
                        long bytes = Long.parseLong(b);
                        long packets = Long.parseLong(field(line, "orig_pkts").orElseThrow());
                        long least = Math.ceilDiv(bytes, 1460L);
                        bins.put(
                                Feature.ORIG_BYTES,
                                bin(Feature.ORIG_BYTES, bytes, site.volumeFactor()));
                        bins.put(
                                Feature.EXTRA_PACKETS,
                                bin(Feature.EXTRA_PACKETS, packets - least, 1));
                    });
            field(line, "resp_bytes")
                    .ifPresent(b ->
                            bins.put(
                                    Feature.RESP_BYTES,
                                    bin(
                                            Feature.RESP_BYTES,
                                            Long.parseLong(b),
                                            site.volumeFactor())));
            rows.add(bins);
        }
        double malicious = 0;
        double benign = 0;
        for (Twins twins : Twins.ALL) {
            malicious += StrictMath.exp(log(rows, twins.malicious(), share));
            benign += StrictMath.exp(log(rows, twins.benign(), share));
        }
        return StrictMath.log(malicious / benign);
    }

    /** log P(rows | activity) by bins, plus 2 a feature of a row so that the exponential stays in range. */
    private static double log(List<Map<Feature, Integer>> rows, Activity activity, double share) {
        double log = 0;
        for (Map<Feature, Integer> bins : rows) {
            double own = 1;
            double everyday = 1;
            for (Map.Entry<Feature, Integer> bin : bins.entrySet()) {
                own *= activity.density(bin.getKey()).probability(bin.getValue());
                everyday *= Twins.EVERYDAY.density(bin.getKey()).probability(bin.getValue());
            }
            log += StrictMath.log(share * own + (1 - share) * everyday) + 2 * bins.size();
        }
        return log;
    }

    private static Optional<String> field(String line, String name) {
        if (line.startsWith("{")) {
            JsonNode value = JsonMapper.shared().readTree(line).path(name);
            // Times keep their six decimals, which a binary number would not.
            return value.isMissingNode()
                    ? Optional.empty()
                    : Optional.of(value.isString() ? value.stringValue() : raw(line, name));
        }
        String value = Arrays.asList(line.split("\t")).get(COLUMNS.indexOf(name));
        return value.equals("-") ? Optional.empty() : Optional.of(value);
    }

    private static String raw(String line, String name) {
        int from = line.indexOf("\"" + name + "\":") + name.length() + 3;
        return line.substring(from).split("[,}]", 2)[0];
    }

    private static long micros(String seconds) {
        return Long.parseLong(seconds.replace(".", ""));
    }

    private static int bin(Feature feature, long value, long factor) {
        int bin = 0;
        while (value >= factor * feature.edge(bin + 1)) {
            bin++;
        }
        return bin;
    }

    private static <T> int index(T[] values, Predicate<T> wanted) {
        int index = 0;
        while (!wanted.test(values[index])) {
            index++;
        }
        return index;
    }
}
