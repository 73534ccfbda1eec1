package dev.svgym.configremediation.generation.dockerfile;

import java.util.List;

/** A change of some files of a task; no file, stage or line moves. */
interface Edit {
    List<BuildFile> on(List<BuildFile> files);
}
