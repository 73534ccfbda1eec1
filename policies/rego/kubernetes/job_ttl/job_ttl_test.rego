package kubernetes.job_ttl_test

import data.kubernetes.testing

found(spec) := testing.found("K8S-JOB-TTL", [{"apiVersion": "batch/v1", "kind": "Job", "metadata": {"name": "a"}, "spec": spec}])

test_allows_a_time if found({"ttlSecondsAfterFinished": 0}) == set()

test_allows_what_is_no_job if testing.found("K8S-JOB-TTL", [testing.pod({}, {})]) == set()

test_denies_none if {
	found({}) == {["Job/default/a", "spec/ttlSecondsAfterFinished"]}
	count(found({"ttlSecondsAfterFinished": null})) == 1
}
