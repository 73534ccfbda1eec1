package dev.svgym.configremediation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Assumptions;

/**
 * File systems in memory of a size of ours, which need leave to mount: root's, or that of sudo without a password. Tests
 * that need it are left out without it, but not in CI.
 *
 * @param by what a command begins with
 */
record Mounts(Path folder, List<String> by) {

    static Mounts require(Path folder) throws IOException, InterruptedException {
        for (List<String> by : List.of(List.<String>of(), List.of("sudo", "-n"))) {
            var mounts = new Mounts(folder, by);
            if (mounts.run("mount", "-t", "tmpfs", "-o", "size=8k", "none", folder.toString())) {
                mounts.unmount();
                return mounts;
            }
        }
        String reason = "neither this user nor sudo may mount a file system in memory";
        if ("true".equals(System.getenv("CI"))) {
            fail(reason);
        }
        System.err.println("left out: " + reason);
        return Assumptions.<Mounts>abort(reason);
    }

    /**
     * @param size such as {@code 8k}; with {@code remount,} before it where something is mounted
     */
    void mount(String size) throws IOException, InterruptedException {
        String options =
                size.startsWith("remount,")
                        ? "remount,size=" + size.substring("remount,".length())
                        : "mode=0777,size=" + size;
        assertThat(run("mount", "-t", "tmpfs", "-o", options, "none", folder.toString())).isTrue();
    }

    void unmount() throws IOException, InterruptedException {
        assertThat(run("umount", folder.toString())).isTrue();
    }

    private boolean run(String... command) throws IOException, InterruptedException {
        List<String> whole = new ArrayList<>(by);
        whole.addAll(List.of(command));
        try {
            return new ProcessBuilder(whole)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException e) {
            return false;
        }
    }
}
