package dev.svgym.configremediation.generation.terraform;

/** A change of a configuration. */
interface Edit {

    Project on(Project project);

    default Edit then(Edit next) {
        return project -> next.on(on(project));
    }
}
