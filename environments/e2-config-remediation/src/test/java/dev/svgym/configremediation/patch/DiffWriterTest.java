package dev.svgym.configremediation.patch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class DiffWriterTest {

    private static SortedMap<String, String> files(String path, String text) {
        SortedMap<String, String> files = new TreeMap<>();
        files.put(path, text);
        return files;
    }

    @Test
    void writes_three_lines_of_context_around_a_change() {
        var before = files("a.yaml", "1\n2\n3\n4\n5\n6\n7\n8\n9\n");
        var after = files("a.yaml", "1\n2\n3\n4\nfive\n6\n7\n8\n9\n");

        assertThat(DiffWriter.between(before, after))
                .isEqualTo(
                        """
                        --- a/a.yaml
                        +++ b/a.yaml
                        @@ -2,7 +2,7 @@
                         2
                         3
                         4
                        -5
                        +five
                         6
                         7
                         8
                        """);
    }

    @Test
    void is_empty_where_nothing_differs() {
        var files = files("a.yaml", "1\n");

        assertThat(DiffWriter.between(files, files)).isEmpty();
    }

    @Test
    void applies_to_what_it_was_made_from_and_gives_what_it_was_made_for() {
        Random random = new Random(7);
        for (int round = 0; round < 500; round++) {
            SortedMap<String, String> before = new TreeMap<>();
            SortedMap<String, String> after = new TreeMap<>();
            for (String path : List.of("a.yaml", "b/c.yml")) {
                List<String> lines = lines(random, random.nextInt(60));
                before.put(path, text(lines));
                for (int edit = random.nextInt(6); edit > 0; edit--) {
                    int at = random.nextInt(lines.size() + 1);
                    if (random.nextBoolean() || at == lines.size()) {
                        lines.add(at, Integer.toString(random.nextInt(9)));
                    } else {
                        lines.remove(at);
                    }
                }
                after.put(path, text(lines));
            }

            assertThat(UnifiedDiff.apply(DiffWriter.between(before, after), before))
                    .isEqualTo(new Patched.Applied(after));
        }
    }

    private static List<String> lines(Random random, int number) {
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < number; i++) {
            lines.add(Integer.toString(random.nextInt(9)));
        }
        return lines;
    }

    private static String text(List<String> lines) {
        return lines.isEmpty() ? "" : String.join("\n", lines) + "\n";
    }
}
