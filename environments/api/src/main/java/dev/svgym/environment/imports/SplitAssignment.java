package dev.svgym.environment.imports;

import dev.svgym.environment.Digest;
import dev.svgym.environment.Split;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Gives rows to splits: those with equal keys to one split, others stratum by stratum, in blocks of ten of which eight
 * are for training, one for validation and one for tests. Which ones is told by a digest of stratum and block, so the same
 * file gives the same splits anywhere. Where a source has splits of its own, they are kept.
 */
final class SplitAssignment implements Closeable {

    private static final List<Split> BLOCK = block();

    /** More kinds than this are not told apart. */
    private static final int MOST_STRATA = 500;

    private static final List<Split> SPLITS = List.of(Split.values());

    private final KeyTable keys;
    private final Map<String, Stratum> strata = new HashMap<>();
    private final Map<String, Integer> labels = new HashMap<>();

    SplitAssignment(Path folder) throws IOException {
        this.keys = new KeyTable(folder);
    }

    /**
     * Where a row belongs.
     *
     * @param split of the first row with its key
     * @param repeats whether there was such a row
     * @param contradicts whether that one has another label
     */
    record Place(Split split, boolean repeats, boolean contradicts) {}

    Place place(Row.Usable row) throws IOException {
        Stratum stratum = strata.computeIfAbsent(stratum(row), Stratum::new);
        Split wanted = row.split().orElseGet(stratum::next);
        int label = labels.computeIfAbsent(row.label(), _ -> labels.size());
        int code = SPLITS.size() * label + SPLITS.indexOf(wanted);
        int known = keys.putIfAbsent(digest(row.key()), code);
        if (known >= 0) {
            return new Place(
                    SPLITS.get(known % SPLITS.size()), true, known / SPLITS.size() != label);
        }
        if (row.split().isEmpty()) {
            stratum.take();
        }
        return new Place(wanted, false, false);
    }

    /** The name of the stratum of a row: its label, and what kind of task it is. */
    String stratum(Row.Usable row) {
        String label = row.label();
        String name = row.family().isEmpty() ? label : label + "/" + row.family();
        boolean known = strata.containsKey(name) || strata.size() < MOST_STRATA;
        return known ? name : label;
    }

    @Override
    public void close() throws IOException {
        keys.close();
    }

    private static List<Split> block() {
        List<Split> splits = new ArrayList<>(Collections.nCopies(8, Split.TRAIN));
        splits.add(Split.VALIDATION);
        splits.add(Split.TEST);
        return List.copyOf(splits);
    }

    private static long digest(String key) {
        return HexFormat.fromHexDigitsToLong(Digest.of(key), 0, 16);
    }

    /** The keys of one stratum, counted. */
    private static final class Stratum {

        private final String name;
        private long taken;
        private List<Split> block;

        Stratum(String name) {
            this.name = name;
            this.block = block(0);
        }

        /** Where the next key goes. */
        Split next() {
            return block.get((int) (taken % BLOCK.size()));
        }

        void take() {
            taken++;
            if (taken % BLOCK.size() == 0) {
                block = block(taken / BLOCK.size());
            }
        }

        /** The splits of a block in an order told by digests. */
        private List<Split> block(long number) {
            return IntStream.range(0, BLOCK.size())
                    .boxed()
                    .sorted(
                            Comparator.comparing(place ->
                                    Digest.of(
                                            name, Long.toString(number), Integer.toString(place))))
                    .map(BLOCK::get)
                    .toList();
        }
    }
}
