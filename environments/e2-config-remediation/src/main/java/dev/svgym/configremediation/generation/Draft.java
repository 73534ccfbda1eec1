package dev.svgym.configremediation.generation;

import dev.svgym.configremediation.preservation.Intent;
import java.util.List;
import java.util.SortedMap;

/**
 * A task as drawn, before the gates have proven it.
 *
 * @param files path to text, as shown
 * @param repaired the same after the reference repair; equal to {@code files} where nothing is wrong
 * @param faults what the scan must find, and nothing else; none makes a clean task
 * @param traps repairs that must fail
 * @param rules ids of the rules in force
 * @param shownRules ids of those that the tools of the task scan by
 * @param hints sentences for the prompt about the faults; none where the task gives no hint
 * @param traits what is in the task, for references and reports
 */
public record Draft(
        SortedMap<String, String> files,
        SortedMap<String, String> repaired,
        List<Fault> faults,
        List<Trap> traps,
        List<String> rules,
        List<String> shownRules,
        Intent intent,
        List<String> hints,
        Traits traits) {

    public Draft {
        faults = List.copyOf(faults);
        traps = List.copyOf(traps);
        rules = List.copyOf(rules);
        shownRules = List.copyOf(shownRules);
        hints = List.copyOf(hints);
    }

    /** In which stratum the task is. */
    public Stratum stratum() {
        return Stratum.of(faults.size(), traits.layout(), traits.help());
    }

    /**
     * A repair that tempts and must fail.
     *
     * @param name such as {@code deletion}
     * @param files path to text, all of them
     */
    public record Trap(String name, SortedMap<String, String> files) {}

    /**
     * What is in a task.
     *
     * @param archetype what the config is about
     * @param decoys harmless things that look bad
     * @param exemptions ids of rules that the config violates and that are not in force
     * @param anchors whether values are shared by YAML anchors
     * @param lines of all files
     */
    public record Traits(
            String archetype,
            Layout layout,
            Help help,
            Hint hint,
            List<String> decoys,
            List<String> exemptions,
            boolean anchors,
            int lines) {

        public Traits {
            decoys = List.copyOf(decoys);
            exemptions = List.copyOf(exemptions);
        }
    }
}
