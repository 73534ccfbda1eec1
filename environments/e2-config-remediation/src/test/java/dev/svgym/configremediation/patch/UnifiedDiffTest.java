package dev.svgym.configremediation.patch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UnifiedDiffTest {

    private static final String TEN_LINES = "1\n2\n3\n4\n5\n6\n7\n8\n9\n10\n";

    private final SortedMap<String, String> files =
            new TreeMap<>(Map.of("a.yaml", TEN_LINES, "dir/b.yaml", "x\n\ny", "empty.yaml", ""));

    private String patched(String path, String patch) {
        Patched result = UnifiedDiff.apply(patch, files);
        assertThat(result).isInstanceOf(Patched.Applied.class);
        return ((Patched.Applied) result).files().getOrDefault(path, "");
    }

    private String refusal(String patch) {
        Patched result = UnifiedDiff.apply(patch, files);
        assertThat(result).isInstanceOf(Patched.Refused.class);
        return ((Patched.Refused) result).why();
    }

    @Nested
    class a_patch_that_fits {

        @Test
        void replaces_adds_and_removes_lines_where_it_says() {
            String patch =
                    """
                    --- a/a.yaml
                    +++ b/a.yaml
                    @@ -1,3 +1,3 @@
                     1
                    -2
                    +two
                     3
                    @@ -8,3 +8,4 @@
                     8
                    -9
                    +nine
                    +nine and a half
                     10
                    """;

            assertThat(patched("a.yaml", patch))
                    .isEqualTo("1\ntwo\n3\n4\n5\n6\n7\n8\nnine\nnine and a half\n10\n");
        }

        @Test
        void may_come_from_git_with_its_own_lines_between_the_files() {
            String patch =
                    """
                    diff --git a/a.yaml b/a.yaml
                    index 83db48f..bf269f4 100644
                    --- a/a.yaml
                    +++ b/a.yaml
                    @@ -1 +1 @@ heading
                    -1
                    +one
                    diff --git a/dir/b.yaml b/dir/b.yaml
                    --- a/dir/b.yaml	2026-01-01 00:00:00
                    +++ b/dir/b.yaml	2026-01-01 00:00:00
                    @@ -1,3 +1,3 @@
                    -x
                    +z

                     y
                    \\ No newline at end of file
                    """;

            assertThat(patched("a.yaml", patch)).startsWith("one\n2\n");
            assertThat(patched("dir/b.yaml", patch)).isEqualTo("z\n\ny");
        }

        @Test
        void may_leave_out_the_prefixes_and_the_last_line_feed() {
            assertThat(patched("a.yaml", "--- a.yaml\n+++ a.yaml\n@@ -10 +10 @@\n-10\n+ten"))
                    .endsWith("9\nten\n");
        }

        @Test
        void may_add_behind_a_line_without_context() {
            assertThat(patched("a.yaml", "--- a.yaml\n+++ a.yaml\n@@ -10,0 +11,1 @@\n+11\n"))
                    .endsWith("10\n11\n");
            assertThat(patched("a.yaml", "--- a.yaml\n+++ a.yaml\n@@ -0,0 +1 @@\n+0\n"))
                    .startsWith("0\n1\n");
            assertThat(patched("empty.yaml", "--- empty.yaml\n+++ empty.yaml\n@@ -0,0 +1 @@\n+0\n"))
                    .isEqualTo("0\n");
        }

        @Test
        void may_remove_a_line_that_looks_like_a_header() {
            files.put("c.yaml", "-- a\nb\n");

            assertThat(patched("c.yaml", "--- c.yaml\n+++ c.yaml\n@@ -1,2 +1 @@\n--- a\n b\n"))
                    .isEqualTo("b\n");
        }

        @Test
        void gives_a_line_feed_to_the_last_line_or_takes_it() {
            String patch =
                    "--- dir/b.yaml\n+++ dir/b.yaml\n@@ -3 +3 @@\n-y\n\\ No newline at end of file\n+y\n";

            assertThat(patched("dir/b.yaml", patch)).isEqualTo("x\n\ny\n");
        }

        @ParameterizedTest
        @ValueSource(strings = {"", "\n", "  \n\n"})
        void changes_nothing_when_blank(String patch) {
            assertThat(UnifiedDiff.apply(patch, files)).isEqualTo(new Patched.Applied(files));
        }
    }

    @Nested
    class a_patch_that_does_not_fit {

        @Test
        void is_told_the_line_and_what_stands_there() {
            assertThat(refusal("--- a.yaml\n+++ a.yaml\n@@ -2 +2 @@\n-3\n+three\n"))
                    .contains("hunk 1 of a.yaml", "\"3\" at line 2", "the file has \"2\"");
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    // shifted by one line
                    "@@ -2,3 +2,3 @@\n 1\n-2\n+two\n 3\n",
                    // says another place of the result
                    "@@ -1,3 +2,3 @@\n 1\n-2\n+two\n 3\n",
                    // counts more than there is, and less
                    "@@ -1,4 +1,4 @@\n 1\n-2\n+two\n 3\n",
                    "@@ -1,2 +1,2 @@\n 1\n-2\n+two\n 3\n",
                    "@@ -1,2 +1,3 @@\n 1\n-2\n+two\n",
                    // out of order
                    "@@ -5 +5 @@\n-5\n+five\n@@ -1 +1 @@\n-1\n+one\n",
                    // overlapping
                    "@@ -1,2 +1,2 @@\n 1\n-2\n+two\n@@ -2 +2 @@\n-2\n+zwei\n",
                    // behind the end
                    "@@ -12,0 +13 @@\n+12\n",
                    "@@ -11 +11 @@\n-11\n+eleven\n",
                    // context that differs in white space, or in its line feed
                    "@@ -1,2 +1,2 @@\n 1 \n-2\n+two\n",
                    "@@ -10 +10 @@\n-10\n\\ No newline at end of file\n+ten\n",
                    // a line without a line feed in the middle
                    "@@ -1,2 +1,2 @@\n-1\n+one\n\\ No newline at end of file\n 2\n",
                    // line 0
                    "@@ -0 +0 @@\n-1\n+one\n",
                    // no hunk, and none that can be read
                    "",
                    "@@ -1 +1\n-1\n+one\n",
                    "@@ -1,99999999 +1 @@\n-1\n+one\n",
                    "@@ -1 +1 @@\n-1\n+one\ntrailing words\n",
                    "@@ -1 +1 @@\n*1\n"
                })
        void is_refused(String hunks) {
            assertThat(refusal("--- a/a.yaml\n+++ b/a.yaml\n" + hunks)).isNotBlank();
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "--- /dev/null\n+++ b/new.yaml\n@@ -0,0 +1 @@\n+1\n",
                    "--- a/a.yaml\n+++ /dev/null\n@@ -1 +0,0 @@\n-1\n",
                    "--- a/a.yaml\n+++ b/dir/b.yaml\n@@ -1 +1 @@\n-1\n+one\n",
                    "--- a/../a.yaml\n+++ b/../a.yaml\n@@ -1 +1 @@\n-1\n+one\n",
                    "--- a/etc/passwd\n+++ b/etc/passwd\n@@ -1 +1 @@\n-1\n+one\n",
                    "diff --git a/a.yaml b/c.yaml\nrename from a.yaml\nrename to c.yaml\n",
                    "diff --git a/a.yaml b/a.yaml\nold mode 100644\nnew mode 100755\n",
                    "diff --git a/a.yaml b/a.yaml\ndeleted file mode 100644\n--- a/a.yaml\n+++ /dev/null\n@@ -1 +0,0 @@\n-1\n",
                    "diff --git a/a.yaml b/a.yaml\nnew file mode 100644\n--- /dev/null\n+++ b/a.yaml\n@@ -0,0 +1 @@\n+1\n",
                    "diff --git a/a.yaml b/a.yaml\nGIT binary patch\nliteral 0\n",
                    "Binary files a/a.yaml and b/a.yaml differ\n",
                    "*** a/a.yaml\n--- b/a.yaml\n",
                    "1d\n",
                    "--- a/a.yaml\n+++ b/a.yaml\n@@ -1 +1 @@\n-1\n+one\n--- a/a.yaml\n+++ b/a.yaml\n@@ -2 +2 @@\n-2\n+two\n",
                    "--- a/a.yaml"
                })
        void may_not_do_anything_but_change_files_that_are_there(String patch) {
            assertThat(refusal(patch)).isNotBlank();
        }

        @Test
        void may_not_be_longer_than_its_limit() {
            assertThat(refusal("\n".repeat(UnifiedDiff.MAX_LENGTH + 1))).contains("65536");
        }
    }
}
