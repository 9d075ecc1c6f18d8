"""The figures of an indicator: values, measures, periods, status, classes."""
