package dev.svgym.server.access;

import jakarta.servlet.http.HttpServletRequest;

/** Calls that carry a pass of their own, bound to what it opens, and so need no key. */
@FunctionalInterface
public interface Passes {

    /** Whether a call goes to where passes open and carries a true one. */
    boolean admit(HttpServletRequest call);
}
