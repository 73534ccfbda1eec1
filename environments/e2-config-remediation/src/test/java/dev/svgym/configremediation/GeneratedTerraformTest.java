package dev.svgym.configremediation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Generated tasks about Terraform: how their files are written, and where hints lead. */
class GeneratedTerraformTest {

    private static List<RemediationTask> tasks = List.of();

    @BeforeAll
    static void pose() {
        Semgrep.require();
        tasks =
                Stream.concat(
                                GeneratedSample.Terraform.TRAIN.stream(),
                                GeneratedSample.Terraform.OOD.stream())
                        .toList();
    }

    private static double percent(Predicate<RemediationTask> condition) {
        return 100.0 * tasks.stream().filter(condition).count() / tasks.size();
    }

    private static boolean says(RemediationTask task, String expression) {
        var pattern = Pattern.compile(expression);
        return task.files().values().stream().anyMatch(text -> pattern.matcher(text).find());
    }

    @Test
    void are_written_in_many_ways() {
        assertThat(percent(task -> says(task, "(?m)^module \""))).isBetween(15.0, 35.0);
        assertThat(percent(task -> task.files().containsKey("main.tf"))).isBetween(25.0, 75.0);
        assertThat(percent(task -> says(task, "= local\\."))).isGreaterThan(25);
        assertThat(percent(task -> says(task, "= var\\."))).isGreaterThan(25);
        assertThat(percent(task -> says(task, "<<-EOT"))).isBetween(5.0, 40.0);
        assertThat(percent(task -> says(task, "(?m)^terraform \\{"))).isBetween(25.0, 55.0);
    }

    @Test
    void have_faults_whose_values_stand_elsewhere() {
        Predicate<RemediationTask> inVariable =
                task -> says(task, "default += (\"TLS1_[01]\"|\"roles/(owner|editor)\"|\"NONE\")");
        Predicate<RemediationTask> inLocal =
                task ->
                        says(
                                task,
                                "(?m)^  \\w+_(min_tls_version|role|authorization_type) += \"(TLS1_[01]|roles/(owner|editor)|NONE)\"");

        assertThat(tasks).anyMatch(inVariable).anyMatch(inLocal);
    }

    @Test
    void are_hinted_at_by_the_line_where_the_fault_is() {
        var named =
                Pattern.compile(
                        "TF-(AWS-LAMBDA-URL|AZURE-STORAGE-TLS|GCP-IAM-PRIMITIVE-ROLE|AWS-SG-ADMIN-PORTS|GCP-FIREWALL-ADMIN-PORTS|AWS-S3-PUBLIC-ACL) at ([^ ,]+), line (\\d+)");
        Map<String, String> shown =
                Map.of(
                        "AWS-LAMBDA-URL",
                        "NONE",
                        "AZURE-STORAGE-TLS",
                        "TLS1_",
                        "GCP-IAM-PRIMITIVE-ROLE",
                        "roles/",
                        "AWS-SG-ADMIN-PORTS",
                        "0.0.0.0/0",
                        "GCP-FIREWALL-ADMIN-PORTS",
                        "0.0.0.0/0",
                        "AWS-S3-PUBLIC-ACL",
                        "public-read");
        int found = 0;
        for (RemediationTask task : tasks) {
            var hint = named.matcher(task.messages().getLast().content());
            while (hint.find()) {
                List<String> lines = task.files().getOrDefault(hint.group(2), "").lines().toList();
                assertThat(lines.get(Integer.parseInt(hint.group(3)) - 1))
                        .contains(shown.get(hint.group(1)));
                found++;
            }
        }
        assertThat(found).isGreaterThan(3);
    }
}
