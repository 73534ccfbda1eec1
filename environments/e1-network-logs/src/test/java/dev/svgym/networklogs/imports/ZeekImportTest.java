package dev.svgym.networklogs.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.svgym.environment.imports.ImportRefusedException;
import dev.svgym.environment.imports.ImportReport.RejectedRow;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ZeekImportTest {

    private static final String IOT_23 =
            """
            #separator \\x09
            #set_separator\t,
            #empty_field\t(empty)
            #unset_field\t-
            #path\tconn
            #open\t2019-01-10-14-34-38
            #fields\tts\tuid\tid.orig_h\tid.orig_p\tid.resp_h\tid.resp_p\tproto\tservice\tduration\torig_bytes\tresp_bytes\tconn_state\tlocal_orig\tlocal_resp\tmissed_bytes\thistory\torig_pkts\torig_ip_bytes\tresp_pkts\tresp_ip_bytes\ttunnel_parents   label   detailed-label
            #types\ttime\tstring\taddr\tport\taddr\tport\tenum\tstring\tinterval\tcount\tcount\tstring\tbool\tbool\tcount\tstring\tcount\tcount\tcount\tcount\tset[string]   string   string
            1545403816.9\tCrDn63\t192.168.1.132\t58687\t216.239.35.4\t123\tudp\t-\t0.114184\t48\t-\tSF\t-\t-\t0\tDd\t1\t76\t1\t76\t(empty)   Malicious   PartOfAHorizontalPortScan
            #close\t2019-01-10-14-34-39
            """;

    @TempDir Path folder;

    @Test
    void splits_the_last_field_of_an_iot_23_log_at_its_spaces() {
        var desk = Desk.in(folder);

        var report = desk.take("iot-23", IOT_23);

        assertThat(report.rejected()).isZero();
        assertThat(report.licence()).isEqualTo("CC BY 4.0");
        assertThat(report.splits().getFirst().strata())
                .containsEntry("Malicious/partofahorizontalportscan", 1L);
        assertThat(desk.onlyFlow())
                .containsEntry("id.orig_h", "private")
                .containsEntry("id.orig_p", "58687")
                .containsEntry("id.resp_h", "public")
                .containsEntry("proto", "udp")
                .containsEntry("service", "-")
                .containsEntry("duration", "0.114184")
                .containsEntry("orig_bytes", "48")
                .containsEntry("resp_bytes", "-")
                .containsEntry("conn_state", "SF")
                .containsEntry("history", "Dd");
        assertThat(desk.cases().getFirst().malicious()).isTrue();
    }

    @Test
    void reads_labels_in_lower_case_and_shows_neither_labels_nor_addresses_nor_times() {
        var desk = Desk.in(folder);

        desk.take("iot-23", IOT_23.replace("Malicious   Part", "benign   -").replace("OfAH", "x"));

        assertThat(desk.cases().getFirst().malicious()).isFalse();
        assertThat(desk.cases().getFirst().log())
                .doesNotContain("216.239", "192.168", "15454", "enign", "CrDn63");
    }

    @Test
    void takes_another_separator_and_other_signs_for_what_is_unset() {
        var desk = Desk.in(folder);

        desk.take(
                "zeek",
                """
                #separator \\x7c
                #unset_field|NONE
                #empty_field|EMPTY
                #path|conn
                #fields|id.orig_p|id.resp_p|proto|service|duration|label
                4000|53|udp|EMPTY|NONE|Benign
                """);

        assertThat(desk.onlyFlow())
                .containsEntry("id.resp_p", "53")
                .containsEntry("service", "-")
                .containsEntry("duration", "-");
    }

    @Test
    void reads_json_lines() {
        var desk = Desk.in(folder);

        var report =
                desk.take(
                        "zeek",
                        """
                        {"ts":1.5,"id.orig_h":"10.0.0.1","id.orig_p":5,"id.resp_h":"2001:db8::1","id.resp_p":443,"proto":"tcp","duration":1.25,"orig_bytes":7,"label":"Malicious"}
                        {"ts":1.5,"id.orig_p":5,"id.resp_p":443,"proto":"tcp"}
                        {"ts":1.5,
                        """);

        assertThat(desk.onlyFlow())
                .containsEntry("id.resp_h", "public")
                .containsEntry("duration", "1.250000")
                .containsEntry("resp_bytes", "-");
        assertThat(report.firstRejected())
                .containsExactly(
                        new RejectedRow(
                                "file",
                                2,
                                "expected a label in the field label, got none; name the field by the option label-field, or label every record by the option label=Benign or label=Malicious"),
                        new RejectedRow(
                                "file",
                                3,
                                "expected one JSON object a line, got text that is no JSON"));
    }

    @Test
    void refuses_a_log_without_labels_unless_it_is_told_one_for_all() {
        String log = "#fields\tid.resp_p\tproto\n80\ttcp\n";

        assertThatThrownBy(() -> Desk.in(folder).take("zeek", log))
                .isInstanceOf(ImportRefusedException.class)
                .hasMessageStartingWith(
                        "file, line 1: expected a label in the field label, got none");

        var desk = Desk.in(folder);
        desk.take("zeek", log, Map.of("label", "Malicious"));
        assertThat(desk.cases())
                .singleElement()
                .extracting(ImportedCase::malicious)
                .isEqualTo(true);
    }

    @Test
    void takes_the_label_from_the_field_that_is_named_and_from_no_two_places() {
        String log = "#fields\tid.resp_p\tproto\tverdict\n80\ttcp\tattack\n";

        assertThatThrownBy(() ->
                        Desk.in(folder)
                                .take(
                                        "zeek",
                                        log,
                                        Map.of("label", "Benign", "label-field", "verdict")))
                .hasMessageContaining("leave the option out");

        var desk = Desk.in(folder);
        desk.take("zeek", log, Map.of("label-field", "verdict"));
        assertThat(desk.cases())
                .singleElement()
                .extracting(ImportedCase::malicious)
                .isEqualTo(true);
    }

    @Test
    void names_line_and_reason_of_records_that_are_broken() {
        var report =
                Desk.in(folder)
                        .take(
                                "zeek",
                                """
                                #fields\tid.orig_p\tid.resp_p\tproto\tduration\tlabel
                                1\t80\ttcp\t1\tBenign
                                1\t80\ttcp\t1
                                1\t80000\ttcp\t1\tBenign
                                1\t80\ttcp\tsoon\tBenign
                                1\t80\ttcp\t1\tBackground

                                1\t80\t-\t1\tBenign
                                """);

        assertThat(report.tasks()).isEqualTo(1);
        assertThat(report.blank()).isEqualTo(1);
        assertThat(report.rejected()).isEqualTo(5);
        assertThat(report.firstRejected())
                .extracting(row -> row.line() + " " + row.reason())
                .containsExactly(
                        "3 expected 5 fields as #fields says, got 4",
                        "4 id.resp_p: expected a port, got 80000",
                        "5 duration: expected seconds, got soon",
                        "6 label: expected Benign or Malicious, got Background",
                        "8 proto: expected a protocol, got nothing");
    }

    @Test
    void refuses_what_is_no_conn_log() {
        assertThatThrownBy(() ->
                        Desk.in(folder).take("zeek", "#path\tdns\n#fields\tts\tquery\n1\tx\n"))
                .hasMessage("file, line 1: expected a conn.log, got #path dns");
        assertThatThrownBy(() -> Desk.in(folder).take("zeek", "a,b,c\n1,2,3\n"))
                .hasMessage(
                        "file, line 1: expected a Zeek header with #fields, or one JSON object a line, got a,b,c; is the format right?");
    }
}
