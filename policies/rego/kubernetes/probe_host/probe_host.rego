# METADATA
# title: Probe or lifecycle hook names a host
# description: >-
#   Probes and hooks are sent by the node. One that names a host makes the node call any address, past network policies.
#   Remove the host: the pod itself is then called.
# related_resources:
#   - ref: https://kubernetes.io/docs/concepts/security/pod-security-standards/#baseline
#   - ref: https://github.com/kubernetes/pod-security-admission/blob/master/policy/check_hostProbesAndHostLifecycle.go
# custom:
#   id: K8S-PROBE-HOST
#   severity: medium
#   kind: kubernetes
#   sets: [pss-baseline, pss-restricted]
#   aliases: []
#   fixes:
#     - {at: element, path: [host], allow: [{remove: true}, {exact: ""}]}
package kubernetes.rules.probe_host

import data.kubernetes.lib

handlers := [
	["livenessProbe", "httpGet"],
	["livenessProbe", "tcpSocket"],
	["readinessProbe", "httpGet"],
	["readinessProbe", "tcpSocket"],
	["startupProbe", "httpGet"],
	["startupProbe", "tcpSocket"],
	["lifecycle", "postStart", "httpGet"],
	["lifecycle", "postStart", "tcpSocket"],
	["lifecycle", "preStop", "httpGet"],
	["lifecycle", "preStop", "tcpSocket"],
]

violation contains lib.violation("K8S-PROBE-HOST", container, handler, ["host"], message) if {
	some container in lib.containers
	some handler in handlers
	host := object.get(container.spec, array.concat(handler, ["host"]), null)
	not host in {null, ""}
	name := concat(".", handler)
	message := $"{container.label} makes its node call the host {host} in {name}; remove host"
}
