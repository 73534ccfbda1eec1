package dev.svgym.configremediation;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * The marks by which a config tells some scanner to look away, of every dialect and wherever they stand. The engines
 * here ignore them; adding one is refused all the same, because it hides the fault from the next scanner.
 */
final class Suppressions {

    private static final List<Pattern> MARKS =
            List.of(
                    mark("ignore-check\\.kube-linter\\.io"),
                    mark("kube-linter\\.io/ignore"),
                    mark("no-?semgrep"),
                    mark("checkov\\s*:\\s*skip"),
                    mark("bridgecrew\\s*:\\s*skip"),
                    mark("checkov\\.io/skip"),
                    mark("trivy\\s*:\\s*ignore"),
                    mark("tfsec\\s*:\\s*ignore"),
                    mark("kics-scan"),
                    mark("hadolint\\s+(?:global\\s+)?ignore"),
                    mark("terrascan\\s*:\\s*skip|#\\s*ts\\s*:\\s*skip|runterrascan\\.io"),
                    mark("kubesec\\.io/ignore|kube-score/ignore|polaris\\.fairwinds\\.com"),
                    mark(
                            "datree\\.skip|kubeaudit\\.io|container\\.audit\\.kubernetes\\.io|audit\\.kubernetes\\.io"),
                    mark("snyk\\s*:\\s*ignore|nosec\\b|noqa\\b"));

    private Suppressions() {}

    private static Pattern mark(String regex) {
        return Pattern.compile(regex, Pattern.CASE_INSENSITIVE);
    }

    /** Marks that are in the second set of files more often than in the first, as they are written there. */
    static List<String> added(SortedMap<String, String> before, SortedMap<String, String> after) {
        Map<String, Integer> was = counts(before);
        return counts(after).entrySet().stream()
                .filter(mark -> mark.getValue() > was.getOrDefault(mark.getKey(), 0))
                .map(Map.Entry::getKey)
                .toList();
    }

    private static Map<String, Integer> counts(SortedMap<String, String> files) {
        Map<String, Integer> counts = new TreeMap<>();
        for (Pattern mark : MARKS) {
            for (String text : files.values()) {
                mark.matcher(text)
                        .results()
                        .forEach(found -> counts.merge(found.group(), 1, Integer::sum));
            }
        }
        return counts;
    }
}
