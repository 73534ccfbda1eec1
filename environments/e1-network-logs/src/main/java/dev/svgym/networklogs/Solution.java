package dev.svgym.networklogs;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The hidden side of a case with an answer that succeeds, as JSON. */
final class Solution {

    private Solution() {}

    /** Of a case whose label alone is known: {@code label}, {@code bayes_act}, {@code answer}, {@code stratum}. */
    static JsonNode of(NetworkLogTask task) {
        return of(task, task.malicious() == 1 ? Label.MALICIOUS : Label.BENIGN);
    }

    /**
     * Of a generated case.
     *
     * @param label as drawn
     * @param posterior P(Malicious) given what is shown; {@code posterior} in the result
     */
    static JsonNode of(NetworkLogTask task, Label label, double posterior) {
        ObjectNode solution = of(task, label);
        solution.put("posterior", posterior);
        return solution;
    }

    private static ObjectNode of(NetworkLogTask task, Label label) {
        double malicious = task.malicious();
        Act act = task.costs().bayesAct(malicious);
        ObjectNode solution = JsonNodeFactory.instance.objectNode();
        solution.put("label", label.text());
        solution.put("bayes_act", text(act));
        ObjectNode answer = solution.putObject("answer");
        answer.put("label", text(act));
        switch (act) {
            case BENIGN -> answer.put("confidence", 1 - malicious);
            case MALICIOUS -> answer.put("confidence", malicious);
            case ABSTAIN -> answer.putNull("confidence");
        }
        solution.put("stratum", task.stratum());
        return solution;
    }

    /** As an answer writes it. */
    private static String text(Act act) {
        return switch (act) {
            case BENIGN -> Label.BENIGN.text();
            case MALICIOUS -> Label.MALICIOUS.text();
            case ABSTAIN -> "Abstain";
        };
    }
}
