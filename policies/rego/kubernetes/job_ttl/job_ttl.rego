# METADATA
# title: Finished job stays for ever
# description: >-
#   A job that is done stays with its pods, their logs and their mounts until somebody clears it away. Set
#   ttlSecondsAfterFinished to something from a minute to a week. Jobs of a CronJob are cleared by its history limits.
# related_resources:
#   - ref: https://kubernetes.io/docs/concepts/workloads/controllers/ttlafterfinished/
# custom:
#   id: K8S-JOB-TTL
#   severity: low
#   kind: kubernetes
#   sets: [k8s-workload]
#   aliases: [kube-linter/job-ttl-seconds-after-finished]
#   fixes:
#     - {at: object, path: [spec, ttlSecondsAfterFinished], allow: [{quantity_between: ["60", "604800"]}]}
package kubernetes.rules.job_ttl

import data.kubernetes.lib

violation contains lib.violation("K8S-JOB-TTL", place, ["spec"], ["ttlSecondsAfterFinished"], message) if {
	some job in input.objects
	job.kind == "Job"
	object.get(job.body, ["spec", "ttlSecondsAfterFinished"], null) == null
	place := lib.whole(job)
	message := "The job stays when it is finished; set spec.ttlSecondsAfterFinished, 60 to 604800"
}
