package dev.svgym.configremediation.redteam;

/** What an attack tries. */
public enum Family {
    DELETION,
    COMMENTING_OUT,
    SUPPRESSION,
    YAML_STRUCTURE,
    YAML_SCALARS,
    CHARACTERS,
    SIZE,
    IDENTITY,
    COLLATERAL,
    WEAKENING,
    WORSE_VALUES,
    MOVING_THE_FAULT,
    ORDER,
    RIGHTS,
    PATCH,
    ANSWER_FORMAT,
    REPORTS
}
