package kubernetes.lib_test

import data.kubernetes.lib
import data.kubernetes.testing

cron_job := {
	"apiVersion": "batch/v1",
	"kind": "CronJob",
	"metadata": {"name": "report", "namespace": "shop"},
	"spec": {"jobTemplate": {"spec": {"template": testing.pod({}, {})}}},
}

test_finds_the_containers_of_every_object if {
	containers := lib.containers with input as testing.normalised([cron_job, testing.pod({}, {}), testing.deployment({}, {})])

	{container.object | some container in containers} == {
		"CronJob/shop/report/app",
		"Pod/default/web/app",
		"Deployment/shop/web/app",
	}
}

test_writes_the_path_of_the_pod_into_every_violation if {
	violations := data.kubernetes.violations with input as testing.normalised([cron_job])

	count(violations) > 0
	every violation in violations {
		violation.pod == ["spec", "jobTemplate", "spec", "template"]
		array.slice(violation.path, 0, count(violation.element)) == violation.element
		array.slice(violation.element, 0, 4) == violation.pod
	}
}

test_survives_objects_without_pods if {
	violations := data.kubernetes.violations with input as {"objects": [{"id": "ConfigMap/default/a", "pods": []}]}

	violations == set()
}

test_survives_a_pod_without_a_spec if {
	violations := data.kubernetes.violations with input as testing.normalised([{
		"apiVersion": "v1",
		"kind": "Pod",
		"metadata": {"name": "web"},
	}])

	violations == set()
}

test_counts_what_is_no_list_as_its_only_element if {
	lib.elements(["a"]) == ["a"]
	lib.elements("a") == ["a"]
	lib.elements(null) == []
}

test_keeps_the_context_apart_from_what_holds_it if {
	pod := testing.pod({"runAsUser": 0, "securityContext": {}}, {"runAsUser": 0, "securityContext": {}})

	testing.found("K8S-RUN-AS-USER", [pod]) == set()
}
