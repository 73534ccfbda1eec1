package dev.svgym.networklogs.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.svgym.environment.Split;
import dev.svgym.environment.imports.ImportFolder;
import dev.svgym.environment.imports.ImportProgress;
import dev.svgym.environment.imports.ImportRefusedException;
import dev.svgym.environment.imports.ImportReport.SplitCount;
import dev.svgym.environment.imports.ImportRequest;
import dev.svgym.environment.imports.ImportSource;
import dev.svgym.environment.imports.ImportedSets;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImportTest {

    private static final String QUESTION =
            "{\"question\": \"tcp %d\u219280, bytes %d\", \"answer\": \"%s\", \"meta\": {\"split\": \"%s\"}}\n";

    @TempDir Path folder;

    @Test
    void keeps_the_splits_that_a_source_has() {
        var desk = Desk.in(folder);

        desk.take(
                "sv-bench",
                QUESTION.formatted(1, 1, "Malicious", "train")
                        + QUESTION.formatted(1, 2, "Benign", "dev")
                        + QUESTION.formatted(1, 3, "Benign", "test"));

        assertThat(desk.cases(Split.TRAIN))
                .containsExactly(new ImportedCase("tcp 1\u219280, bytes 1", true));
        assertThat(desk.cases(Split.VALIDATION))
                .containsExactly(new ImportedCase("tcp 1\u219280, bytes 2", false));
        assertThat(desk.cases(Split.TEST)).hasSize(1);
    }

    @Test
    void refuses_a_case_that_another_split_has_but_for_the_source_port() {
        var report =
                Desk.in(folder)
                        .take(
                                "sv-bench",
                                QUESTION.formatted(40_000, 1, "Malicious", "train")
                                        + QUESTION.formatted(50_000, 1, "Malicious", "test")
                                        + QUESTION.formatted(60_000, 1, "Malicious", "train")
                                        + QUESTION.formatted(60_001, 1, "Benign", "train"));

        assertThat(report.tasks()).isEqualTo(3);
        assertThat(report.repeats()).isEqualTo(1);
        assertThat(report.contradictions()).isEqualTo(1);
        assertThat(report.firstRejected())
                .extracting(row -> row.line() + " " + row.reason())
                .containsExactly(
                        "2 expected each case in one split, got one for test that is in train already, but for the source port");
    }

    @Test
    void names_the_line_and_the_reason_of_what_cannot_be_posed() {
        var report =
                Desk.in(folder)
                        .take(
                                "sv-bench",
                                """
                                {"question": "a row without provenance", "answer": "Benign"}

                                {"question": "cut off
                                ["question", "answer"]
                                {"question": "", "answer": "malicious", "meta": {}}
                                {"answer": "Benign", "meta": 1, "hint": "x"}
                                {"question": "q", "question": "q", "answer": "Benign"}
                                """);

        assertThat(report.firstRejected())
                .extracting(row -> row.line() + " " + row.reason())
                .containsExactly(
                        "3 expected one JSON object a line, got text that is no JSON",
                        "4 expected one JSON object a line, got another value",
                        "5 /question: expected a text that is not blank; /answer: expected exactly Benign or Malicious",
                        "6 missing field /question; /meta: expected an object; expected only the fields question, answer and meta",
                        "7 expected one JSON object a line, got text that is no JSON");
    }

    @Test
    void gives_eight_of_ten_keys_of_each_stratum_to_training_and_one_each_to_validation_and_test() {
        var desk = Desk.in(folder);
        var text = new StringBuilder("#fields\tid.orig_p\tid.resp_p\tproto\torig_bytes\tlabel\n");
        for (int i = 0; i < 100; i++) {
            text.append("1\t80\ttcp\t").append(i).append(i < 70 ? "\tBenign\n" : "\tMalicious\n");
        }

        var report = desk.take("zeek", text.toString());

        assertThat(report.splits())
                .containsExactly(
                        new SplitCount("train", 80, strata(56, 24)),
                        new SplitCount("validation", 10, strata(7, 3)),
                        new SplitCount("test", 10, strata(7, 3)));
    }

    @Test
    void keeps_equal_keys_in_one_split_and_gives_the_same_splits_each_time() {
        var text = new StringBuilder("#fields\tid.orig_p\tid.resp_p\tproto\torig_bytes\tlabel\n");
        for (int i = 0; i < 400; i++) {
            text.append(i).append("\t80\ttcp\t").append(i % 100).append("\tBenign\n");
        }
        var desk = Desk.in(folder);
        var again = Desk.in(folder.resolve("again"));

        desk.take("zeek", text.toString());
        again.take("zeek", text.toString());

        assertThat(again.cases()).isEqualTo(desk.cases()).hasSize(400);
        assertThat(desk.cases(Split.TEST)).hasSize(40);
        assertThat(keys(desk.cases(Split.TEST)))
                .hasSize(10)
                .doesNotContainAnyElementsOf(keys(desk.cases(Split.TRAIN)));
    }

    @Test
    void reads_gzip_and_digests_the_bytes_as_they_are() throws Exception {
        byte[] bytes = gzip(QUESTION.formatted(1, 1, "Benign", "train"));

        var report = Desk.in(folder).take("sv-bench", bytes, Map.of("licence", "mine"));

        assertThat(report.tasks()).isEqualTo(1);
        assertThat(report.licence()).isEqualTo("mine");
        assertThat(report.sources())
                .singleElement()
                .satisfies(source -> assertThat(source.bytes()).isEqualTo(bytes.length))
                .satisfies(source -> assertThat(source.sha256()).isEqualTo(sha256(bytes)));
        assertThat(Files.readString(folder.resolve("set/manifest.json")))
                .contains(
                        sha256(bytes), "\"licence\" : \"mine\"", "\"importer\" : \"e1-import/1\"");
    }

    @Test
    void leaves_nothing_behind_where_a_file_breaks_off_or_has_nothing_of_use() throws Exception {
        byte[] whole = gzip(QUESTION.formatted(1, 1, "Benign", "train").repeat(5_000));
        byte[] half = Arrays.copyOf(whole, whole.length - 20);

        assertThatThrownBy(() -> Desk.in(folder).take("sv-bench", half, Map.of()))
                .hasMessageMatching("file, line \\d+: cannot be read on \\(.*\\); is it whole\\?");
        refuses("sv-bench", new byte[0], "file, expected records, got an empty file");
        refuses("sv-bench", gzip(""), "file, expected records, got an empty file");
        refuses(
                "sv-bench",
                "{}\n".getBytes(StandardCharsets.UTF_8),
                "expected at least one usable record, got 1 that are not; file, line 1: missing field /question");
        refuses("sv-bench", new byte[] {'P', 'K', 3, 4, 0}, "file, expected text, plain or gzip");
        refuses(
                "sv-bench",
                "\uFEFF{".getBytes(StandardCharsets.UTF_16LE),
                "file, line 1: expected UTF-8, got UTF-16");
        refuses(
                "sv-bench",
                gzip("x".repeat(1 << 25)),
                "file, line 1: expected at most 16777216 bytes of text");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void never_changes_a_set_that_is_there() {
        var desk = Desk.in(folder);
        desk.take("sv-bench", QUESTION.formatted(1, 1, "Benign", "train"));

        assertThatThrownBy(() -> desk.take("sv-bench", QUESTION.formatted(1, 2, "Benign", "train")))
                .isInstanceOf(ImportRefusedException.class)
                .hasMessageContaining("there is a set set already");
        assertThat(desk.cases())
                .extracting(ImportedCase::log)
                .containsExactly("tcp 1\u219280, bytes 1");
        assertThat(folder.toFile().list()).containsExactly("set");
    }

    @Test
    void says_what_it_expects_of_a_request() {
        refuses("pcap", new byte[] {1}, "expected a format of [sv-bench, zeek, iot-23,");
        assertThatThrownBy(() -> Desk.in(folder).take("iot-23", "x", Map.of("label", "Benign")))
                .hasMessage("expected options of [licence], got [label]");
        assertThatThrownBy(() -> Desk.in(folder).take("zeek", "x", Map.of("label", "maybe")))
                .hasMessage("expected label=Benign or label=Malicious, got maybe");
        assertThatThrownBy(() ->
                        new NetworkLogImporter(
                                        ImportFolder.none("svgym.network-logs"),
                                        new ImportedSets(Optional.empty()))
                                .run(
                                        new ImportRequest("zeek", "a", List.of(source()), Map.of()),
                                        ImportProgress.UNSEEN))
                .hasMessage(
                        "no folder for imported sets is configured; set svgym.network-logs.imports");
    }

    @Test
    void tells_how_far_it_is() {
        List<Long> bytes = new ArrayList<>();
        byte[] text =
                QUESTION.formatted(1, 1, "Benign", "train")
                        .repeat(5_000)
                        .getBytes(StandardCharsets.UTF_8);
        var place = new ImportFolder(Optional.of(folder), 1 << 24, "svgym.network-logs");

        new NetworkLogImporter(place, new ImportedSets(place.path()))
                .run(
                        new ImportRequest(
                                "sv-bench",
                                "set",
                                List.of(
                                        new ImportSource(
                                                "f",
                                                text.length,
                                                () -> new ByteArrayInputStream(text))),
                                Map.of()),
                        (read, rows, rejected) -> {
                            bytes.add(read);
                            assertThat(rows).isLessThanOrEqualTo(5_000);
                            assertThat(rejected).isZero();
                        });

        assertThat(bytes).isSorted().hasSizeGreaterThan(2).endsWith((long) text.length);
    }

    private void refuses(String format, byte[] bytes, String message) {
        assertThatThrownBy(() -> Desk.in(folder).take(format, bytes, Map.of()))
                .isInstanceOf(ImportRefusedException.class)
                .hasMessageStartingWith(message);
    }

    private static Set<String> keys(List<ImportedCase> cases) {
        Set<String> keys = new HashSet<>();
        cases.forEach(one -> keys.add(one.log().substring(one.log().indexOf("\t80\ttcp"))));
        return keys;
    }

    private static ImportSource source() {
        return new ImportSource("f", 0, InputStream::nullInputStream);
    }

    private static SequencedMap<String, Long> strata(long benign, long malicious) {
        var strata = new LinkedHashMap<String, Long>();
        strata.put("Benign", benign);
        strata.put("Malicious", malicious);
        return strata;
    }

    private static byte[] gzip(String text) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(bytes)) {
            gzip.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }

    private static String sha256(byte[] bytes) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    }
}
