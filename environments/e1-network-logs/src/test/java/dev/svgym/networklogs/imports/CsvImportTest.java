package dev.svgym.networklogs.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CsvImportTest {

    @TempDir Path folder;

    @Nested
    class unsw_nb15 {

        /** sttl and what follows it, up to the packets. */
        private static final String BETWEEN = ",62,252,2,2,http,100.5,200.5,";

        @Test
        void reads_raw_files_without_a_header() {
            var desk = Desk.in(folder);
            String rest = String.join(",", Collections.nCopies(29, "0"));

            var report =
                    desk.take(
                            "unsw-nb15",
                            "59.166.0.0,0x000b,149.171.126.6,53,udp,CON,0.001055,132,164"
                                    + BETWEEN
                                    + "2,3,"
                                    + rest
                                    + ", Fuzzers ,1\n");

            assertThat(report.rejected()).isZero();
            assertThat(report.splits().getFirst().strata()).containsKey("Malicious/fuzzers");
            assertThat(desk.onlyFlow())
                    .containsEntry("id.orig_p", "11")
                    .containsEntry("id.resp_p", "53")
                    .containsEntry("proto", "udp")
                    .containsEntry("service", "http")
                    .containsEntry("duration", "0.001055")
                    .containsEntry("orig_bytes", "132")
                    .containsEntry("resp_bytes", "164")
                    .containsEntry("argus_state", "CON")
                    .containsEntry("orig_pkts", "2")
                    .containsEntry("resp_pkts", "3");
            assertThat(desk.cases().getFirst().log()).doesNotContain("62", "252", "uzzers");
        }

        @Test
        void reads_the_sets_that_have_a_header() {
            var desk = Desk.in(folder);

            var report =
                    desk.take(
                            "unsw-nb15",
                            """
                            \uFEFFid,dur,proto,service,state,spkts,dpkts,sbytes,dbytes,rate,sttl,attack_cat,label
                            1,0.12,tcp,-,FIN,6,4,258,172,74.1,252,Normal,0
                            2,0.12,tcp,-,FIN,6,4,258,172,74.1,252,Normal,2
                            3,0.12,tcp,-,FIN,six,4,258,172,74.1,252,Normal,0
                            4,0.12,tcp
                            """);

            assertThat(desk.onlyFlow())
                    .containsEntry("argus_state", "FIN")
                    .containsEntry("service", "-")
                    .doesNotContainKey("id.resp_p");
            assertThat(desk.cases().getFirst().malicious()).isFalse();
            assertThat(report.firstRejected())
                    .extracting(row -> row.line() + " " + row.reason())
                    .containsExactly(
                            "3 label: expected 0 or 1, got 2",
                            "4 orig_pkts: expected a whole number, got six",
                            "5 expected 13 columns, got 3");
        }

        @Test
        void refuses_another_table() {
            assertThatThrownBy(() -> Desk.in(folder).take("unsw-nb15", "a,b\n1,2\n"))
                    .hasMessageStartingWith(
                            "file, line 1: expected the 49 columns of the raw files")
                    .hasMessageEndingWith("got 2 columns that begin with a; is the format right?");
        }
    }

    @Nested
    class cic_ids_2017 {

        private static final String HEADER =
                "Flow ID, Source IP, Source Port, Destination IP, Destination Port, Protocol, Timestamp, Flow Duration,"
                        + " Total Fwd Packets, Total Backward Packets,Total Length of Fwd Packets, Total Length of Bwd Packets,"
                        + "Flow Bytes/s, Flow Packets/s, Fwd Header Length, SYN Flag Count, Fwd Header Length, Label\n";

        @Test
        void reads_protocol_numbers_microseconds_and_total_lengths() {
            var desk = Desk.in(folder);

            var report =
                    desk.take(
                            "cic-ids-2017",
                            HEADER
                                    + "x,192.168.10.5,54865,104.16.207.165,443,6,7/7/2017 3:30,1500000,2,1,12.0,6,Infinity,NaN,40,1,40,BENIGN\n");

            assertThat(report.rejected()).isZero();
            assertThat(desk.onlyFlow())
                    .containsEntry("proto", "tcp")
                    .containsEntry("duration", "1.500000")
                    .containsEntry("orig_bytes", "12")
                    .containsEntry("resp_bytes", "6")
                    .containsEntry("orig_pkts", "2")
                    .containsEntry("syn_flags", "1");
            assertThat(desk.cases().getFirst().log()).doesNotContain("Infinity");
        }

        @Test
        void reads_names_of_attacks_whatever_their_dash_is_written_in() {
            String row = "x,1.1.1.1,%d,2.2.2.2,80,6,t,5,1,1,%d,1,1,1,1,1,1,Web Attack \u2013 XSS\n";
            var desk = Desk.in(folder);

            var report =
                    desk.take(
                            "cic-ids-2017",
                            (HEADER + row.formatted(1, 1))
                                    .getBytes(Charset.forName("windows-1252")),
                            Map.of());
            var other =
                    Desk.in(folder.resolve("other"))
                            .take("cic-ids-2017", HEADER + row.formatted(1, 1));

            assertThat(report.splits().getFirst().strata())
                    .containsExactlyEntriesOf(Map.of("Malicious/web-attack-xss", 1L));
            assertThat(other.splits()).isEqualTo(report.splits());
        }

        @Test
        void takes_what_is_no_number_as_not_measured_and_skips_rows_of_commas() {
            var desk = Desk.in(folder);

            var report =
                    desk.take(
                            "cic-ids-2017",
                            HEADER
                                    + "x,a,1,b,80,0,t,-1,1,1,NaN,1,1,1,1,1,1,BENIGN\n"
                                    + ",,,,,,,,,,,,,,,,,\n");

            assertThat(report.blank()).isEqualTo(1);
            assertThat(desk.onlyFlow())
                    .containsEntry("duration", "-")
                    .containsEntry("orig_bytes", "-")
                    .containsEntry("proto", "ip-0");
        }

        @Test
        void reads_files_without_addresses_and_refuses_those_without_a_label() {
            var desk = Desk.in(folder);
            String header = HEADER.substring(HEADER.indexOf(" Destination Port"));
            String narrow = header.replace(" Protocol, Timestamp,", "");

            desk.take("cic-ids-2017", narrow + "80,5,1,1,1,1,1,1,1,1,1,PortScan\n");

            assertThat(desk.onlyFlow()).containsEntry("id.resp_p", "80").doesNotContainKey("proto");
            assertThatThrownBy(() ->
                            Desk.in(folder.resolve("other"))
                                    .take("cic-ids-2017", narrow.replace(", Label", "") + "80\n"))
                    .hasMessageStartingWith(
                            "file, line 1: expected a header with the column label, got 11 columns");
        }

        @Test
        void names_the_line_where_a_quote_is_left_open() {
            assertThatThrownBy(() ->
                            Desk.in(folder)
                                    .take("cic-ids-2017", HEADER + "\"" + "x\n".repeat(600_000)))
                    .hasMessageStartingWith("file, line 2: expected CSV with records of at most");
            assertThat(folder).isEmptyDirectory();
        }
    }
}
