package dev.svgym.environment.imports;

/** Is told now and then how far an import is; on the importing thread, so it must be quick. */
@FunctionalInterface
public interface ImportProgress {

    /** For those who do not look. */
    ImportProgress UNSEEN = (bytes, rows, rejected) -> {};

    /**
     * How far it is.
     *
     * @param bytes read of all sources, as they are stored
     * @param rows taken so far
     * @param rejected rows refused so far
     */
    void at(long bytes, long rows, long rejected);
}
