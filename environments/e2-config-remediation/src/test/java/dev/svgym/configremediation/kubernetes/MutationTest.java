package dev.svgym.configremediation.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.svgym.configremediation.model.Parsed;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Sound files with bytes changed, dropped, doubled and moved: always an answer, the same one twice, never an exception. */
class MutationTest {

    private static final String SPECIAL = "-:?[]{},#&*!|>'\"%@`~ \n\t0aé\u0000";

    @ParameterizedTest
    @CsvSource({"workloads.yaml, 1", "workloads.yaml, 2", "others.yaml, 3", "others.yaml, 4"})
    void answers_whatever_comes(String file, long seed) {
        byte[] sound = Manifests.resource(file).getBytes(StandardCharsets.UTF_8);
        var random = new Random(seed);
        int refused = 0;
        for (int i = 0; i < 100; i++) {
            String text = mutated(sound, random);

            Parsed parsed = Manifests.KUBERNETES.parse(new TreeMap<>(Map.of("a.yaml", text)));

            if (parsed instanceof Parsed.Unreadable(var flaws)) {
                refused++;
                assertThat(flaws).isNotEmpty().hasSizeLessThanOrEqualTo(20);
                assertThat(Manifests.flaws(text))
                        .isEqualTo(flaws.stream().map(flaw -> flaw.message()).toList());
            }
        }
        assertThat(refused).isBetween(1, 100);
    }

    private static String mutated(byte[] sound, Random random) {
        var text = new StringBuilder(new String(sound, StandardCharsets.UTF_8));
        int times = 1 + random.nextInt(4);
        for (int i = 0; i < times; i++) {
            int from = random.nextInt(text.length());
            int to = Math.min(text.length(), from + 1 + random.nextInt(12));
            String piece = text.substring(from, to);
            switch (random.nextInt(4)) {
                case 0 -> text.setCharAt(from, SPECIAL.charAt(random.nextInt(SPECIAL.length())));
                case 1 -> text.delete(from, to);
                case 2 -> text.insert(random.nextInt(text.length()), piece);
                default -> text.setCharAt(from, (char) random.nextInt(0x250));
            }
        }
        return text.toString();
    }
}
