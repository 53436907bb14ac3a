"""A series in every form: summary, ladders of wordings, matrix. Each is drawn from `Series` alone."""
