"""Mensen met een lijst erin en eruit: het voorbeeld op het scherm, en de weg naar een bestand."""
