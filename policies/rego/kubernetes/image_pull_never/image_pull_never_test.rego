package kubernetes.image_pull_never_test

import data.kubernetes.testing

found(value) := testing.found("K8S-IMAGE-PULL-NEVER", [testing.pod({}, {"imagePullPolicy": value})])

test_allows_pulling if {
	every value in [null, "Always", "IfNotPresent"] {
		found(value) == set()
	}
}

test_denies_never if found("Never") == {["Pod/default/web/app", "spec/containers/app/imagePullPolicy"]}
