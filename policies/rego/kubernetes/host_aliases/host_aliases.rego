# METADATA
# title: Pod overrides names in its hosts file
# description: >-
#   Where the names are to be resolved instead is outside the files.
# related_resources:
#   - ref: https://kubernetes.io/docs/tasks/network/customize-hosts-file-for-pods/
# custom:
#   id: K8S-HOST-ALIASES
#   severity: low
#   kind: kubernetes
#   sets: []
#   aliases: [trivy/KSV-0007]
package kubernetes.reports.host_aliases

import data.kubernetes.lib

violation contains lib.violation("K8S-HOST-ALIASES", pod, ["spec"], ["hostAliases"], message) if {
	some pod in lib.pods
	count(pod.spec.hostAliases) > 0
	message := "The pod overrides names by hostAliases"
}
