"""The worker process: jobs, hourly chores, whether it lives, health."""
