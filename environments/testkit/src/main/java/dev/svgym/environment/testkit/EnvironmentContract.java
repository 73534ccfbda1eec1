package dev.svgym.environment.testkit;

/**
 * What every environment owes its callers, as tests: implement it in one test class of the environment's module, say
 * which environment and which samples, and run that class.
 *
 * <p>The tests know nothing of the environment but {@link dev.svgym.environment.Environment} and the samples. They cover
 * posing, judging, tools and secrecy; what the environment's own rules say is for its own tests.
 */
public interface EnvironmentContract
        extends PosingContract, JudgingContract, ToolContract, SecrecyContract {}
