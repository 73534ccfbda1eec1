package dev.svgym.configremediation;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The marks by which a config tells some scanner to look away, of every dialect and wherever they stand. The engines
 * here ignore them; adding one is refused all the same, because it hides the fault from the next scanner.
 */
final class Suppressions {

    private static final List<Pattern> MARKS =
            List.of(
                    mark("ignore-check\\.kube-linter\\.io"),
                    mark("kube-linter\\.io/ignore"),
                    mark("no-?sem(?:grep)?\\b"),
                    mark("checkov\\s*:\\s*skip"),
                    mark("bridgecrew\\s*:\\s*skip"),
                    mark("checkov\\.io/skip"),
                    mark("trivy\\s*:\\s*ignore"),
                    mark("tfsec\\s*:\\s*ignore"),
                    mark("kics-scan"),
                    mark("tflint-ignore"),
                    mark("hadolint\\s+(?:global\\s+)?ignore"),
                    mark("#\\s*check\\s*=\\s*(?:error=\\w*;\\s*)?skip"),
                    mark("terrascan\\s*:\\s*skip|#\\s*ts\\s*:\\s*skip|runterrascan\\.io"),
                    mark("kubesec\\.io/ignore|kube-score/ignore|polaris\\.fairwinds\\.com"),
                    mark(
                            "datree\\.skip|kubeaudit\\.io|container\\.audit\\.kubernetes\\.io|audit\\.kubernetes\\.io"),
                    mark("snyk\\s*:\\s*ignore|nosec\\b|noqa\\b|nosonar\\b|skipcq\\b"),
                    mark("gitleaks\\s*:\\s*allow|pragma\\s*:\\s*(?:allow|white)list"),
                    mark("trufflehog\\s*:\\s*ignore|gg-?ignore|gitguardian\\s*:\\s*ignore"),
                    mark("lintignore\\s*:"),
                    mark("shellcheck\\s+disable|hadolint\\s+shell\\s*="),
                    mark("no-dd-sa\\b|datadog-disable\\b|wiz-scan\\s+ignore"),
                    mark("secretlint-disable|betterleaks\\s*:\\s*allow"),
                    mark("bearer\\s*:\\s*disable|codacy\\s*:\\s*ignore"),
                    mark("codeql\\s*\\[|lgtm\\s*\\[|nolint\\b|noinspection\\b"));

    private Suppressions() {}

    private static Pattern mark(String regex) {
        return Pattern.compile("(?:" + regex + ").*", Pattern.CASE_INSENSITIVE);
    }

    /**
     * Marks that some file has more often in the second set than in the first. What stands behind a mark on its line is
     * part of it: another check, or none, hides something else.
     */
    static List<String> added(SortedMap<String, String> before, SortedMap<String, String> after) {
        return after.entrySet().stream()
                .flatMap(file -> added(before.getOrDefault(file.getKey(), ""), file.getValue()))
                .toList();
    }

    private static Stream<String> added(String before, String after) {
        Map<String, Integer> was = counts(before);
        return counts(after).entrySet().stream()
                .filter(mark -> mark.getValue() > was.getOrDefault(mark.getKey(), 0))
                .map(Map.Entry::getKey);
    }

    private static Map<String, Integer> counts(String text) {
        Map<String, Integer> counts = new TreeMap<>();
        for (Pattern mark : MARKS) {
            mark.matcher(text)
                    .results()
                    .forEach(found -> counts.merge(found.group().strip(), 1, Integer::sum));
        }
        return counts;
    }
}
