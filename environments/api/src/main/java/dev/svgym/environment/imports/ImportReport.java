package dev.svgym.environment.imports;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/**
 * What came of an import. Kept beside the set.
 *
 * @param importer name and version of what read the files
 * @param sources in the order in which they were read
 * @param splits those that are not empty
 * @param repeats rows that are a task once more, in the same split
 * @param contradictions rows that equal an earlier one but for its label
 * @param blank rows without content, skipped
 * @param rejected rows refused, all of them
 * @param firstRejected the first of them, with line and reason
 */
public record ImportReport(
        String set,
        String format,
        String importer,
        String licence,
        List<Source> sources,
        List<SplitCount> splits,
        long repeats,
        long contradictions,
        long blank,
        long rejected,
        List<RejectedRow> firstRejected) {

    public ImportReport {
        sources = List.copyOf(sources);
        splits = List.copyOf(splits);
        firstRejected = List.copyOf(firstRejected);
    }

    /**
     * A source that was read.
     *
     * @param sha256 in hex, of the bytes as they are stored
     */
    public record Source(String name, long bytes, String sha256) {}

    /**
     * A split of the set.
     *
     * @param name such as {@code train}
     * @param strata tasks by what they were stratified by, in order of first sight
     */
    public record SplitCount(String name, long tasks, SequencedMap<String, Long> strata) {

        public SplitCount {
            strata = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(strata));
        }
    }

    /**
     * A row that was refused.
     *
     * @param line counted from 1
     */
    public record RejectedRow(String source, long line, String reason) {}

    /** Tasks in all splits. */
    public long tasks() {
        return splits.stream().mapToLong(SplitCount::tasks).sum();
    }
}
