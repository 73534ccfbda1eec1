package dev.svgym.configremediation.generation.terraform;

/** What blocks are about that belong to no service. */
final class Topics {

    static final String VARIABLES = "variables";
    static final String LOCALS = "locals";
    static final String OUTPUTS = "outputs";
    static final String PROVIDERS = "providers";

    private Topics() {}
}
